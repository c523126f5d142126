import { bylineWords } from '../../../languages/byline-words.ts';
import type { DatelineHead, HeadContext } from './head.ts';
import { koreanReporter } from './reporters.ts';

const longest = 90;

/**
 * The place on a reporter's line: `Ольга Бондаренко, Краснодарский край`, `Jane Roe in Washington`,
 * `순천, 광양 구현모 기자`. Only recorded places count, and only beside a person's name.
 *
 * @param line  one printed line
 * @returns null if the line has no person, no recorded place, or other words
 */
export const readByline = (line: string, context: HeadContext): DatelineHead | null => {
  if (line.length > longest) return null;
  const words = line.replace(address, ' ').replace(/\s+/gu, ' ').trim();
  const korean = koreanByline.exec(words);
  if (korean) return recorded((korean[1] ?? korean[2] ?? '').trim(), context);
  const { opening, joining } = patternsFor(context.profile.code);
  const names = words.replace(opening, '');
  const signed = names !== words;
  const parts = names
    .replace(joining, ' | ')
    .split(/\s*[,|/／()،、]\s*|\s[-–—]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isOffice(part) && !stateForm.test(part));
  if (parts.length < 2 || parts.length > 4) return null;
  const places = parts.map((part) => recorded(part, context));
  const others = parts.filter((_, index) => places[index] === null);
  const named = others.length > 0 && others.every((part) => isPerson(part, signed, context));
  const place = named ? places.find((found) => found !== null) : undefined;
  return place ? { ...place, agencies: others.flatMap((part) => context.agencies.findByName(part)) } : null;
};

const address = /[\p{L}\p{N}._-]{1,64}@[\p{L}\p{N}.-]{1,80}/gu;

/** Places come before or after the name: `순천, 광양 구현모 기자`, `구현모 기자 (순천)`, `도쿄=김철수 특파원`. */
const koreanByline = new RegExp(
  `^(?:([\\p{Script=Hangul}\\s,·]{2,24}?)(?:\\s|\\s?=\\s?)${koreanReporter}|${koreanReporter}\\s?[(=]\\s?([\\p{Script=Hangul}\\s,·]{2,24})\\)?)$`,
  'u',
);

/** Only recorded places; the first of them is the dateline's. */
const recorded = (words: string, { places }: HeadContext): DatelineHead | null => {
  const names = words.split(/\s*[,·]\s*/u);
  const [id] = places.findByName(names[0] ?? '');
  if (id === undefined || !names.every((name) => places.findByName(name).length > 0)) return null;
  return { place: { id, printed: names[0] ?? '' }, agencies: [], date: null };
};

/** `Tenn.`, `D.C.` after a city. */
const stateForm = /^(?:\p{Lu}\p{L}{1,5}\.|(?:\p{Lu}\.\s?){2}|\p{Lu}{2})$/u;

/** Two to four capitalized words, or an agency beside the person. */
const isPerson = (part: string, signed: boolean, { agencies }: HeadContext): boolean =>
  personName.test(part) || (signed && caselessName.test(part)) || agencies.findByName(part).length > 0;
const caselessName = /^[\p{Lo}\p{M}]{2,14}(?:\s[\p{Lo}\p{M}]{2,14}){1,3}$/u;
const personName =
  /^\p{Lu}[\p{L}.'’-]{0,24}(?:\s(?:(?:de|da|do|dos|del|della|di|la|le|van|von|der|den|ten|ter|bin|al|el|y|e)\s){0,2}\p{Lu}[\p{L}.'’-]{0,24}){1,3}$/u;

const offices = new Set(Object.values(bylineWords).flatMap((words) => words.offices));
const isOffice = (part: string): boolean => offices.has(part.toLowerCase());

interface BylinePatterns {
  /** The text before the name. */
  readonly opening: RegExp;
  /** Words between the name and the place. */
  readonly joining: RegExp;
}

/** A capital, or a letter of a script that has none. */
const name = '[\\p{Lu}\\p{Lo}]';

const patterns = new Map<string, BylinePatterns>();

const patternsFor = (code: string): BylinePatterns => {
  const known = patterns.get(code);
  if (known) return known;
  const { by, from, offices: titles } = bylineWords[code] ?? { by: [], from: [], offices: [] };
  const made = {
    opening: anyOf(by, (words) => `^(?:${words}|${capitalized(words)})[:\\s]\\s*`),
    joining: anyOf(from, (words) =>
      titles.length > 0
        ? `[,\\s]\\s*(?:(?:${titles.join('|')})\\s)?(?:${words})\\s(?=${name})`
        : `\\s(?:${words})\\s(?=${name})`,
    ),
  };
  patterns.set(code, made);
  return made;
};

const capitalized = (words: string): string =>
  words.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Matches nothing if a language has no such words. */
const anyOf = (words: readonly string[], pattern: (words: string) => string): RegExp =>
  words.length === 0 ? /(?!)/u : new RegExp(pattern(words.join('|')), 'gu');
