import type { NameSpan } from '../name-span.ts';
import { hashFolded } from '../tagger/hashing.ts';
import { kinds } from '../tagger/tokens.ts';
import { countriesOf } from './countries.ts';
import { follows, hashesOf, opensSentence, printed, type ReadText, wordsOf } from './read-text.ts';

/**
 * Drops what is called after persons: streets, hospitals, ships and prizes, by the words around; datelines in capitals,
 * and countries that begin as somebody is called.
 */
export const dropNamesakes = (read: ReadText, spans: readonly NameSpan[]): NameSpan[] => {
  const before = hashesOf(read.words.namesakes ?? none);
  const places = wordsOf(read, spans);
  // Where a given name alone was dropped, the one coupled to it belongs to it (`Fundación Bill & Melinda Gates`).
  let open = -1;
  return spans.filter((span, index) => {
    const [first, last] = places[index] ?? [0, 0];
    const coupled = open === first - 2 && and.test(printed(read, first - 1));
    const isNamesake =
      coupled ||
      opensCountry(read, span) ||
      isCalledAfter(read, span, before) ||
      isWordBehind(read, span) ||
      isHyphened(read, span, first, last);
    if (!isNamesake && !isDateline(read, first, last)) return true;
    if (first === last) open = last;
    return false;
  });
};

/** Whether a span is the first word of a country's name (`Corea del Norte`). */
const opensCountry = ({ tokens: { text }, language }: ReadText, { start, end }: NameSpan): boolean =>
  countriesOf(language)
    .get(text.slice(start, end))
    ?.some((name) => text.startsWith(name, start)) ?? false;

const none: readonly string[] = [];
const and = /^(?:&|y|e|et|und|and)$/u;
const lastWord = /([\p{L}\p{M}-]{2,24})[ \u00a0]$/u;

const isCalledAfter = (
  { tokens: { text } }: ReadText,
  { start }: NameSpan,
  before: ReadonlySet<number>,
): boolean => {
  const word = lastWord.exec(text.slice(Math.max(0, start - 26), start))?.[1];
  return word !== undefined && before.has(hashFolded(word, 0, word.length));
};

const shipArticle = /^(?:le|du|au)$/iu;
const nounBehind = /^ ?-\p{Lu}/u;

/**
 * Hyphens join what is called after somebody: in French the name (`le Charles-de-Gaulle`), in German name and noun
 * (`Otto-Braun-Platz`).
 */
const isHyphened = (read: ReadText, { end }: NameSpan, first: number, last: number): boolean => {
  const { text, start } = read.tokens;
  if (last === first || printed(read, first + 1) !== '-' || /\s/u.test(text.slice(start[first], end)))
    return false;
  if (read.language === 'de') return nounBehind.test(text.slice(end, end + 3));
  return read.language === 'fr' && follows(read, first) && shipArticle.test(printed(read, first - 1));
};

const mostBehind = 40;
/** The second of two names that share a law or a prize, then the word. */
const wordBehind = /^(?:[-–]\p{Lu}\p{L}{1,20})?[ -](\p{L}{3,20})/u;

const isWordBehind = (read: ReadText, { end }: NameSpan): boolean => {
  const word = wordBehind.exec(read.tokens.text.slice(end, end + mostBehind))?.[1];
  return word !== undefined && (read.words.namesakesBehind?.includes(word) ?? false);
};

const credited = /^ ?\([^()\n]{2,30}\) ?[-–—]/u;

const isDateline = (read: ReadText, first: number, last: number): boolean => {
  const { kind, end, text } = read.tokens;
  const from = end[last] ?? 0;
  return (
    kind[first] === kinds.shout && opensSentence(read, first) && credited.test(text.slice(from, from + 40))
  );
};
