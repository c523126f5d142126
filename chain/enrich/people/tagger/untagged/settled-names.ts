import type { NameSpan } from '../../name-span.ts';
import type { NameProofs } from './heard-names.ts';
import { cased, endOfTitle, mayBeName, mostNameWords, spanOf } from './titled-names.ts';
import type { ReadWords } from './words.ts';

/**
 * Names of two or three words without a title before them. In scripts with capitals they must sound like a
 * recorded name; in others they must begin with a recorded given name or sound like one, and a comma and a title follow.
 */
export const findSettledNames = (words: ReadWords, proofs: NameProofs): NameSpan[] => {
  const found: NameSpan[] = [];
  for (let at = 0; at < words.list.length; ) {
    const to = endOfRun(words, at);
    const isCased = cased.test(words.list[at]?.form ?? '');
    const choices = isCased ? windowsOf(at, to) : namesBefore(words, at, to);
    const name = choices.find(([start, end]) => isProven(words, start, end, proofs, isCased));
    const span = name ? spanOf(words, ...name) : null;
    if (span) found.push(span);
    at = Math.max(at + 1, to);
  }
  return found;
};

/** The end of the words from `at` that may make a name, in one clause. */
const endOfRun = (words: ReadWords, at: number): number => {
  let to = at;
  while (mayBeName(words, to, to === at)) to += 1;
  return to;
};

const isProven = (
  words: ReadWords,
  from: number,
  to: number,
  { isGivenName, hear }: NameProofs,
  isCased: boolean,
): boolean => {
  if (!isCased && isGivenName(words.list[from]?.form ?? '')) return true;
  return hear(words.text.slice(words.list[from]?.start, words.list[to - 1]?.end));
};

type Window = readonly [from: number, to: number];
const mostCapitals = 4;

/** Two or three words in a run of capitalized words, the longest first. */
const windowsOf = (from: number, to: number): readonly Window[] => {
  const size = to - from;
  if (size < 2 || size > mostCapitals) return [];
  if (size === 2) return [[from, to]];
  const ends: Window[] = [
    [from, from + 2],
    [to - 2, to],
  ];
  return size <= mostNameWords ? [[from, to], ...ends] : ends;
};

const comma = /^\s*[,،]\s*$/u;

/** The words before a comma and a title: `سرگئی لاوروف، وزیر امور خارجه`. */
const namesBefore = (words: ReadWords, from: number, to: number): readonly Window[] => {
  const last = words.list[to - 1];
  const next = words.list[to];
  if (!last || !next?.opens || !comma.test(words.text.slice(last.end, next.start))) return [];
  if (endOfTitle(words, to) === to) return [];
  const sizes = [2, mostNameWords].filter((size) => to - size >= from);
  return sizes.map((size): Window => [to - size, to]);
};

/**
 * The trustworthy ones among the names that a tagger of another language found: all in a script with capitals; in others
 * those that begin with a known given name and contain no ordinary word of the language.
 */
export const confirmTagged = (
  words: ReadWords,
  spans: readonly NameSpan[],
  { isGivenName }: NameProofs,
): NameSpan[] => {
  const starts = new Map(words.list.map(({ start }, at) => [start, at]));
  return spans.filter(({ start, end }) => {
    const from = starts.get(start);
    if (from === undefined) return false;
    const first = words.list[from]?.form ?? '';
    // Single words in Latin letters within a Persian text are letters and brands more often than people.
    if (cased.test(first)) return words.addresses === null || words.list[from + 1]?.end === end;
    let to = from;
    while ((words.list[to]?.end ?? end + 1) <= end && mayBeName(words, to, to === from)) to += 1;
    return to - from > 1 && words.list[to - 1]?.end === end && isGivenName(first);
  });
};
