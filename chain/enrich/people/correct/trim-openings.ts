import type { NameSpan } from '../name-span.ts';
import { cueClasses } from '../tagger/cues.ts';
import { gaps, kinds } from '../tagger/tokens.ts';
import {
  cueAt,
  follows,
  hashAt,
  isCapital,
  knownAs,
  opensSentence,
  printed,
  type ReadText,
  wordsOf,
} from './read-text.ts';

/** So common in small letters (of 15) that a capital at the beginning of a sentence says nothing. */
const common = 5;
const veryCommon = 8;

/**
 * Cuts words off the front of names that are none: the word that a sentence opens with (`Obwohl Miller`), the second half
 * of a compound (`USA-Kenner Thomas Miller`), an office of capitals (`MP Miller`). A common word that opens a sentence
 * and is called a name nowhere else is dropped.
 */
export const trimOpenings = (read: ReadText, spans: readonly NameSpan[]): NameSpan[] => {
  const places = wordsOf(read, spans);
  const times = countWords(read, places);
  return spans.flatMap((span, index) => {
    const [first, last] = places[index] ?? [0, 0];
    if (first === last) return isOpening(read, first, times) ? [] : [span];
    const from = findName(read, first, last);
    return [from === first ? span : { start: read.tokens.start[from] ?? span.start, end: span.end }];
  });
};

const countWords = (read: ReadText, places: readonly [number, number][]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const [first, last] of places)
    for (let at = first; at <= last; at += 1) {
      const word = printed(read, at);
      times.set(word, (times.get(word) ?? 0) + 1);
    }
  return times;
};

/** `Fuentes oficiales …`: a common word, named once, that goes on in small letters and does not speak. */
const isOpening = (read: ReadText, at: number, times: ReadonlyMap<string, number>): boolean => {
  if (cueAt(read, at) === cueClasses.calendar && knownAs(read, at).given < 2) return true;
  if (read.tokens.kind[at] !== kinds.capital || !opensSentence(read, at)) return false;
  const goesOn = read.tokens.kind[at + 1] === kinds.lower && follows(read, at + 1);
  if (!goesOn || cueAt(read, at + 1) === cueClasses.speech) return false;
  return times.get(printed(read, at)) === 1 && isCommon(read, at, common);
};

const isCommon = (read: ReadText, at: number, least: number): boolean => {
  const { given, surname } = knownAs(read, at);
  return given < 2 && surname < 2 && read.table.commonness(hashAt(read, at)) >= least;
};

/** The word at which the name itself begins. */
const findName = (read: ReadText, first: number, last: number): number => {
  const { tokens, words } = read;
  const next = first + 1;
  if (tokens.kind[first] === kinds.capital && follows(read, next) && isCapital(read, next)) {
    if (opensSentence(read, first) && isCommon(read, first, veryCommon)) return next;
    const halved =
      next < last &&
      tokens.gap[first] === gaps.none &&
      /[-‐]/u.test(tokens.text.charAt((tokens.start[first] ?? 0) - 1));
    if (halved) return next;
  }
  for (let at = last - 1; at >= first; at -= 1)
    if (
      tokens.kind[at] === kinds.shout &&
      follows(read, at + 1) &&
      words.offices?.includes(printed(read, at).toLowerCase())
    )
      return at + 1;
  return first;
};
