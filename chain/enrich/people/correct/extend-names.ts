import type { NameSpan } from '../name-span.ts';
import { cueClasses } from '../tagger/cues.ts';
import { gaps, kinds } from '../tagger/tokens.ts';
import { cueAt, findFree, follows, hashAt, isCapital, printed, type ReadText, wordsOf } from './read-text.ts';

/** Widens names that were cut: `Al-` before, particles of a surname, the second half of `Kim Jong-un`. */
export const extendNames = (read: ReadText, spans: readonly NameSpan[]): NameSpan[] => {
  const places = wordsOf(read, spans);
  const free = findFree(read, spans);
  const full = new Set(places.flatMap(([first, last]) => endingsOf(read, first, last)));
  return spans.map((span, index) => {
    const [first, last] = places[index] ?? [0, 0];
    const from = findStart(read, first, last, free, full);
    return {
      start: from === first ? span.start : (read.tokens.start[from] ?? span.start),
      end: endOfGiven(read, first, last) ?? span.end,
    };
  });
};

/** The surnames of more than one word that a full name may end with, as printed: `de Graaf` of `Louw de Graaf`. */
const endingsOf = (read: ReadText, first: number, last: number): string[] => {
  const endings: string[] = [];
  for (let at = last - 1; at > first && last - at < 4; at -= 1)
    if (cueAt(read, at) === cueClasses.particle) endings.push(stretch(read, at, last));
  return endings;
};

const stretch = ({ tokens: { text, start, end } }: ReadText, first: number, last: number): string =>
  text.slice(start[first], end[last]);

const article = /^(?:al|el)$/iu;

const findStart = (
  read: ReadText,
  first: number,
  last: number,
  free: Uint8Array,
  full: ReadonlySet<string>,
): number => {
  const { gap } = read.tokens;
  const hyphened =
    gap[first] === gaps.none && gap[first - 1] === gaps.none && printed(read, first - 1) === '-';
  if (hyphened && free[first - 2] === 1 && article.test(printed(read, first - 2))) return first - 2;
  for (let from = first - 1; from >= first - 2 && from >= 0; from -= 1) {
    if (free[from] === 0 || cueAt(read, from) !== cueClasses.particle || !follows(read, from + 1)) break;
    if (full.has(stretch(read, from, last))) return from;
  }
  return leadingParticle(read, first, free) ? first - 1 : first;
};

const rare = 3;

/** A name without capitals that begins with a particle (`دي ميستورا`) lacks the rare word before. */
const leadingParticle = (read: ReadText, first: number, free: Uint8Array): boolean => {
  const { kind } = read.tokens;
  if (kind[first] !== kinds.uncased || !read.words.particles?.includes(printed(read, first))) return false;
  if (free[first - 1] !== 1 || !follows(read, first) || kind[first - 1] !== kinds.uncased) return false;
  return cueAt(read, first - 1) === cueClasses.none && read.table.commonness(hashAt(read, first - 1)) <= rare;
};

const longestSyllable = 5;

/** Korean and Chinese given names go on in small letters behind a hyphen: three short syllables. */
const endOfGiven = (read: ReadText, first: number, last: number): number | null => {
  const { tokens } = read;
  const { start, end, gap, kind } = tokens;
  if (last - first !== 1 || printed(read, last + 1) !== '-' || kind[last + 2] !== kinds.lower) return null;
  if (gap[last + 1] !== gaps.none || gap[last + 2] !== gaps.none) return null;
  const short = [first, last, last + 2].every((at) => (end[at] ?? 0) - (start[at] ?? 0) <= longestSyllable);
  if (read.words.suffixes?.includes(printed(read, last + 2))) return null;
  return short && isCapital(read, last) && tokens.text.charAt(end[last + 2] ?? 0) !== '-'
    ? (end[last + 2] ?? null)
    : null;
};
