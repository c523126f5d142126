import { hashFolded } from '../hashing.ts';
import type { NameSpan } from '../name-span.ts';
import { kinds } from '../tokens.ts';
import { follows, opensSentence, printed, type ReadText, wordsOf } from './read-text.ts';

/**
 * Drops what is called after persons: streets, hospitals, ships and prizes, by the word before; datelines in capitals.
 */
export const dropNamesakes = (read: ReadText, spans: readonly NameSpan[]): NameSpan[] => {
  const before = new Set(read.words.namesakes?.map((word) => hashFolded(word, 0, word.length)));
  const places = wordsOf(read, spans);
  // Where a given name alone was dropped, the one coupled to it belongs to it (`Fundación Bill & Melinda Gates`).
  let open = -1;
  return spans.filter((span, index) => {
    const [first, last] = places[index] ?? [0, 0];
    const coupled = open === first - 2 && and.test(printed(read, first - 1));
    const isNamesake = coupled || isCalledAfter(read, span, before) || isShip(read, first, last);
    if (!isNamesake && !isDateline(read, first, last)) return true;
    if (first === last) open = last;
    return false;
  });
};

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

/** French joins by hyphens what is called after somebody: `le Charles-de-Gaulle`. */
const isShip = (read: ReadText, first: number, last: number): boolean =>
  read.language === 'fr' &&
  last > first &&
  follows(read, first) &&
  shipArticle.test(printed(read, first - 1)) &&
  /^[^\s]+$/u.test(read.tokens.text.slice(read.tokens.start[first], read.tokens.end[last])) &&
  printed(read, first + 1) === '-';

const credited = /^ ?\([^()\n]{2,30}\) ?[-–—]/u;

const isDateline = (read: ReadText, first: number, last: number): boolean => {
  const { kind, end, text } = read.tokens;
  const from = end[last] ?? 0;
  return (
    kind[first] === kinds.shout && opensSentence(read, first) && credited.test(text.slice(from, from + 40))
  );
};
