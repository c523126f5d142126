import { cueClasses } from '../tagger/cues.ts';
import { kinds } from '../tagger/tokens.ts';
import { cueAt, follows, hashAt, isCapital, knownAs, opensSentence, printed, wordsOf } from './read-words.ts';
import type { CorrectionRule, ReadWords } from './rule.ts';

/** From this frequency in lower case on (of 15), a capital at the beginning of a sentence means nothing. */
const common = 5;
const veryCommon = 8;

/** A month or weekday is not a person, unless it is also a common name. */
export const calendarWord: CorrectionRule<ReadWords> = {
  id: 'calendar-word',
  languages: 'all',
  examples: [['fr', '[Lundi], un juge a parlé.', 'Lundi, un juge a parlé.']],
  apply: (read, spans) => {
    const places = wordsOf(read, spans);
    return spans.filter((_, index) => {
      const [first, last] = places[index] ?? [0, 0];
      return first !== last || cueAt(read, first) !== cueClasses.calendar || knownAs(read, first).given >= 2;
    });
  },
};

/** A common word at the start of a sentence, followed by lower case, not by a verb of speaking, and a name nowhere else. */
export const sentenceOpening: CorrectionRule<ReadWords> = {
  id: 'sentence-opening',
  languages: 'all',
  examples: [
    ['es', 'Todo subió. [Fuentes] oficiales lo niegan.', 'Todo subió. Fuentes oficiales lo niegan.'],
  ],
  apply: (read, spans) => {
    const places = wordsOf(read, spans);
    const times = countWords(read, places);
    return spans.filter((_, index) => {
      const [first, last] = places[index] ?? [0, 0];
      return first !== last || !isOpening(read, first, times);
    });
  },
};

const isOpening = (read: ReadWords, at: number, times: ReadonlyMap<string, number>): boolean => {
  if (read.tokens.kind[at] !== kinds.capital || !opensSentence(read, at)) return false;
  const goesOn = read.tokens.kind[at + 1] === kinds.lower && follows(read, at + 1);
  if (!goesOn || cueAt(read, at + 1) === cueClasses.speech) return false;
  return times.get(printed(read, at)) === 1 && isCommon(read, at, common);
};

const countWords = (
  read: ReadWords,
  places: readonly (readonly [number, number])[],
): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const [first, last] of places)
    for (let at = first; at <= last; at += 1) {
      const word = printed(read, at);
      times.set(word, (times.get(word) ?? 0) + 1);
    }
  return times;
};

const isCommon = (read: ReadWords, at: number, least: number): boolean => {
  const { given, surname } = knownAs(read, at);
  return given < 2 && surname < 2 && read.table.commonness(hashAt(read, at)) >= least;
};

/** Shortens a name to begin at the word that `beginningOf` returns. */
const cutFront =
  (
    beginningOf: (read: ReadWords, first: number, last: number) => number,
  ): CorrectionRule<ReadWords>['apply'] =>
  (read, spans) => {
    const places = wordsOf(read, spans);
    return spans.map((span, index) => {
      const [first, last] = places[index] ?? [0, 0];
      const from = first === last ? first : beginningOf(read, first, last);
      return from === first ? span : { start: read.tokens.start[from] ?? span.start, end: span.end };
    });
  };

const isBeforeCapital = (read: ReadWords, at: number): boolean =>
  read.tokens.kind[at] === kinds.capital && follows(read, at + 1) && isCapital(read, at + 1);

/** A very common word at the beginning of a sentence. */
export const openingWord: CorrectionRule<ReadWords> = {
  id: 'opening-word',
  languages: 'all',
  examples: [['de', '[Obwohl Niemiec] kam, ging er.', 'Obwohl [Niemiec] kam, ging er.']],
  apply: cutFront((read, first) =>
    isBeforeCapital(read, first) && opensSentence(read, first) && isCommon(read, first, veryCommon)
      ? first + 1
      : first,
  ),
};

/** The second half of a compound before a name of two words. */
export const compoundHalf: CorrectionRule<ReadWords> = {
  id: 'compound-half',
  languages: 'all',
  examples: [
    ['de', 'Das weiß der USA-[Kenner Thomas Weber] genau.', 'Das weiß der USA-Kenner [Thomas Weber] genau.'],
  ],
  apply: cutFront((read, first, last) => {
    const { text, start } = read.tokens;
    const isHalf = /[-‐]/u.test(text.charAt((start[first] ?? 0) - 1));
    return isHalf && first + 1 < last && isBeforeCapital(read, first) ? first + 1 : first;
  }),
};
