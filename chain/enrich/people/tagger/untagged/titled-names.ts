import { namesAnyCountry } from '../../../../../authorities/people/names-country.ts';
import type { NameSpan } from '../../name-span.ts';
import type { NameProofs } from './heard-names.ts';
import type { UntaggedName } from './untagged-name.ts';
import { type ReadWord, type ReadWords, skipLetters } from './words.ts';

const mostModifiers = 4;
export const mostNameWords = 3;

/**
 * Names of two or three words after a title. In a script with capitals they are capitalized words; in others a
 * verb of speech or a similar word must follow, or they must begin with a recorded given name.
 */
export const findTitledNames = (words: ReadWords, proofs: NameProofs): UntaggedName[] => {
  const found: UntaggedName[] = [];
  for (let at = 0; at < words.list.length; ) {
    const behind = endOfTitle(words, at);
    const [from, to] = behind === at ? [at, at] : placeOfName(words, at, behind, proofs);
    const name = spanOf(words, from, to);
    if (name) found.push({ ...name, role: roleOf(words, at, from) });
    at = Math.max(at + 1, to, behind);
  }
  return found;
};

/** A country may come before the name (`وزیر خارجه روسیه …`); if nothing is left then, it was a name that sounds like one. */
const placeOfName = (
  words: ReadWords,
  title: number,
  behind: number,
  proofs: NameProofs,
): readonly [from: number, to: number] => {
  const hear = isAddress(words, title, behind) ? always : proofs.hear;
  for (const namesCountry of [namesAnyCountry, () => false]) {
    const from = skipModifiers(words, behind, namesCountry);
    const to = endOfName(words, from, { ...proofs, hear });
    if (to > from) return [from, to];
  }
  return [behind, behind];
};

const always = (): boolean => true;

const isAddress = ({ addresses, list }: ReadWords, from: number, to: number): boolean =>
  addresses === null ||
  addresses.has(
    list
      .slice(from, to)
      .map(({ form }) => form)
      .join(' '),
  );

/** The word after the title that starts at a word; the word itself if none does. */
export const endOfTitle = (words: ReadWords, at: number): number => {
  const form = words.list[at]?.form ?? '';
  for (const first of [form, ...strippedForms(words, form)])
    for (const title of words.titles.get(first) ?? [])
      if (title.every((word, next) => next === 0 || sameNext(words, at + next, word)))
        return at + title.length;
  return at;
};

const sameNext = ({ list }: ReadWords, at: number, form: string): boolean =>
  list[at]?.form === form && !list[at]?.opens;

/** A word without one or two letters that may be attached to it. */
const strippedForms = ({ prefixes }: ReadWords, form: string): string[] =>
  [1, 2]
    .filter((count) => form.length > count + 1 && areAll(form.slice(0, count), prefixes))
    .map((count) => form.slice(count));

const areAll = (letters: string, among: string): boolean =>
  [...letters].every((letter) => among.includes(letter));

const skipModifiers = (
  { list, modifiers, language }: ReadWords,
  from: number,
  namesCountry: typeof namesAnyCountry,
): number => {
  const belongs = (form: string): boolean =>
    modifiers.has(form) || namesCountry(form.toLowerCase(), language);
  let at = from;
  while (at < from + mostModifiers && list[at]?.opens === false && belongs(list[at]?.form ?? '')) at += 1;
  return at;
};

const capital = /^\p{Lu}\p{M}*\p{L}/u;
export const cased = /^[\p{Lu}\p{Ll}]/u;

/** The word after the name that starts at `from`; `from` itself if there is none. */
const endOfName = (words: ReadWords, from: number, { isGivenName, hear }: NameProofs): number => {
  let to = from;
  while (to <= from + mostNameWords && mayBeName(words, to)) to += 1;
  const count = to - from;
  const first = words.list[from]?.form ?? '';
  if (count < 2) return from;
  if (cased.test(first)) return count <= mostNameWords ? to : from;
  const next = words.list[to];
  if (isGivenName(first))
    return count <= mostNameWords && (!next || next.opens) ? to : endOfKnown(words, from, to);
  const ended =
    next !== undefined && !next.opens && (words.after.has(next.form) || endOfTitle(words, to) > to);
  const stands = ended && count <= mostNameWords && !words.prefixes.includes(first.charAt(0));
  return stands && hear(words.text.slice(words.list[from]?.start, words.list[to - 1]?.end)) ? to : from;
};

/** After a known given name: up to the word that ends the name, else one word. */
const endOfKnown = (words: ReadWords, from: number, to: number): number =>
  to - from <= mostNameWords && words.after.has(words.list[to]?.form ?? '') ? to : from + 2;

/** @param opening  whether the first word of a clause may be one too */
export const mayBeName = (words: ReadWords, at: number, opening = false): boolean => {
  const word = words.list[at];
  if (!word || (word.opens && !opening) || word.form.length < 2) return false;
  if (cased.test(word.form) && !capital.test(word.form)) return false;
  return !isFunction(words, word) && endOfTitle(words, at) === at;
};

const isFunction = ({ never, after, modifiers }: ReadWords, { form }: ReadWord): boolean =>
  never.has(form) || after.has(form) || modifiers.has(form);

export const spanOf = ({ list }: ReadWords, from: number, to: number): NameSpan | null => {
  const first = list[from];
  const last = list[to - 1];
  return first && last && to - from > 1 ? { start: first.start, end: last.end } : null;
};

const roleOf = ({ text, list }: ReadWords, from: number, to: number): string =>
  text.slice(list[from]?.start ?? 0, list[to - 1]?.end ?? 0);

/**
 * Surnames of people whose full name is elsewhere in the text: only directly after a title, a function word or
 * punctuation, so that the surname in another person's full name is not taken for them. Full names may recur anywhere.
 */
export const findLaterMentions = (words: ReadWords, full: readonly NameSpan[]): UntaggedName[] => {
  const surnames = new Map<string, Set<string>>();
  const ends = new Map(words.list.map((word, at) => [word.end, at]));
  for (const { end } of full) {
    const at = ends.get(end) ?? -1;
    const surname = words.list[at]?.form ?? '';
    const given = surnames.get(surname) ?? new Set();
    surnames.set(surname, given.add(words.list[at - 1]?.form ?? ''));
  }
  return words.list.flatMap((word, at) => {
    const form = [word.form, ...strippedForms(words, word.form)].find((each) => surnames.has(each));
    if (form === undefined || form.length < 2 || isFunction(words, word)) return [];
    const before = words.list[at - 1];
    if (before && form === word.form && !word.opens && surnames.get(form)?.has(before.form))
      return [{ start: before.start, end: word.end, role: null }];
    const start = skipLetters(words.text, word.start, word.form.length - form.length);
    return standsAlone(words, at) ? [{ start, end: word.end, role: null }] : [];
  });
};

const standsAlone = (words: ReadWords, at: number): boolean => {
  const word = words.list[at];
  const before = words.list[at - 1];
  if (!word || !before || word.opens) return true;
  if (cased.test(word.form)) return capital.test(word.form) && (!capital.test(before.form) || before.opens);
  const titled = [1, 2, 3].some((back) => endOfTitle(words, at - back) === at);
  return titled || isFunction(words, before);
};
