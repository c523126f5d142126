import { dropEnding, sameWord } from '../coreference/printed-name.ts';
import type { NameSpan } from '../name-span.ts';
import { cueClasses } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';
import { nameBits } from '../tagger/name-table.ts';
import { gaps, kinds } from '../tagger/tokens.ts';
import { isCountry } from './countries.ts';
import { cueAt, findFree, follows, hashAt, isCapital, knownAs, wordsOf } from './read-words.ts';
import { type CorrectionRule, inOrder, type ReadWords } from './rule.ts';

const shortestSurname = 3;
const mostSurnames = 400;

/**
 * Surnames that the tagger missed, inflected or not, of persons whose full name is in the article. Not a word
 * that also occurs in lower case, nor one beside another capitalized word.
 */
export const laterSurname: CorrectionRule<ReadWords> = {
  id: 'later-surname',
  languages: 'all',
  examples: [
    [
      'en',
      '[Anna Qarnoux] left. The Qarnoux supporter and Qarnoux agreed.',
      '[Anna Qarnoux] left. The [Qarnoux] supporter and [Qarnoux] agreed.',
    ],
    [
      'de',
      'Laut [Anna Qarnoux]. Nach Qarnoux-Rückzug: Qarnoux’ Orbit.',
      'Laut [Anna Qarnoux]. Nach [Qarnoux]-Rückzug: [Qarnoux]’ Orbit.',
    ],
    ['pl', 'Mówi [Jan Czech]. Dziś nie ma Czecha w domu.', 'Mówi [Jan Czech]. Dziś nie ma [Czecha] w domu.'],
    [
      'ru',
      'Приехал [Иван Крамник]. Матч с Крамником состоится.',
      'Приехал [Иван Крамник]. Матч с [Крамником] состоится.',
    ],
    [
      'ar',
      'قال [سيرغي لافروف]. تحدثوا بلافروف وللافروف.',
      'قال [سيرغي لافروف]. تحدثوا ب[لافروف] ول[لافروف].',
    ],
    [
      'en',
      '[Anna Qarnoux] left. They met in Qarnoux Street.',
      '[Anna Qarnoux] left. They met in Qarnoux Street.',
    ],
    ['en', '[Anna Grove] left. Grove by grove.', '[Anna Grove] left. Grove by grove.'],
    ['pl', '[Anna Qarnowska] wyszła. Qarnowski został.', '[Anna Qarnowska] wyszła. Qarnowski został.'],
  ],
  apply: (read, spans) => inOrder(spans, findLater(read, spans)),
};

const findLater = (read: ReadWords, spans: readonly NameSpan[]): NameSpan[] => {
  const surnames = gatherSurnames(read, spans);
  if (surnames.size === 0) return [];
  const { tokens } = read;
  const free = findFree(read, spans);
  const found: NameSpan[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    if (free[at] === 0 || !mayBeName(read, at)) continue;
    const isUncased = tokens.kind[at] === kinds.uncased;
    const skipped = countPrefixes(read, at, surnames, isUncased ? (read.words.prefixes ?? '') : '');
    if (skipped < 0) continue;
    const alone = isUncased ? skipped > 0 || standsUncased(read, at) : standsAlone(read, at);
    if (alone) found.push({ start: (tokens.start[at] ?? 0) + skipped, end: tokens.end[at] ?? 0 });
  }
  return found;
};

/** Folded surnames by the hash of their first letters, so that only words with the same beginning are compared. */
type Surnames = ReadonlyMap<number, readonly string[]>;

const mostPrefixes = 2;
/** In a shorter word the prefix is probably the word's own first letter. */
const shortestPrefixed = 4;

/** How many letters are prefixed to a surname (`وللافروف`: and, to); −1 if the word is not a surname. */
const countPrefixes = (read: ReadWords, at: number, surnames: Surnames, prefixes: string): number => {
  const { text, start, end } = read.tokens;
  const from = start[at] ?? 0;
  const to = end[at] ?? 0;
  for (let count = 0; count <= mostPrefixes; count += 1) {
    if (count > 0 && !prefixes.includes(text.charAt(from + count - 1))) return -1;
    if (count > 0 && to - from - count < shortestPrefixed) return -1;
    const listed = surnames.get(hashOpening(text, from + count));
    const word = text.slice(from + count, to);
    if (listed?.some((surname) => isSame(surname, word, read))) return count;
    if (prefixes === '') return -1;
  }
  return -1;
};

const isSame = (surname: string, printed: string, read: ReadWords): boolean => {
  const { endings } = read.words;
  const word = fold(printed);
  if (sameWord(surname, word)) return true;
  return (
    endings !== undefined &&
    dropEnding(surname, endings) === dropEnding(word, endings) &&
    !isPlace(read, printed)
  );
};

/** An apparent inflected form of a surname may be a country or a city (`Jan Czech`, `Czechy`). */
const isPlace = ({ table, language }: ReadWords, printed: string): boolean =>
  isCountry(language, printed) || (table.bits(hashFolded(printed, 0, printed.length)) & nameBits.place) !== 0;

const hashOpening = (text: string, from: number): number => hashFolded(text, from, from + shortestSurname);

const fold = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

const mayBeName = (read: ReadWords, at: number): boolean =>
  isCapital(read, at) || read.tokens.kind[at] === kinds.uncased;

/** Last words of names with two or more words, except those that also occur in lower case. */
const gatherSurnames = (read: ReadWords, spans: readonly NameSpan[]): Surnames => {
  const { text, start, end, kind, count } = read.tokens;
  const surnames = new Map<number, string[]>();
  for (const [first, last] of wordsOf(read, spans)) {
    const from = start[last] ?? 0;
    const surname = fold(text.slice(from, end[last]));
    if (last === first || !mayBeName(read, last) || surname.length < shortestSurname) continue;
    const listed = surnames.get(hashOpening(text, from)) ?? [];
    if (surnames.size < mostSurnames && listed.length < mostSurnames && !listed.includes(surname))
      surnames.set(hashOpening(text, from), [...listed, surname]);
  }
  if (surnames.size === 0) return surnames;
  for (let at = 0; at < count; at += 1) {
    if (kind[at] !== kinds.lower) continue;
    const key = hashOpening(text, start[at] ?? 0);
    const listed = surnames.get(key);
    if (!listed) continue;
    const small = fold(text.slice(start[at], end[at]));
    surnames.set(
      key,
      listed.filter((surname) => surname !== small),
    );
  }
  return surnames;
};

const joined = /[-‐’']/u;
/** Capitalized words allowed before a surname: at the start of a sentence, or its title. */
const leading: ReadonlySet<number> = new Set([
  cueClasses.role,
  cueClasses.honorific,
  cueClasses.function,
  cueClasses.modifier,
  cueClasses.speech,
]);

const standsAlone = (read: ReadWords, at: number): boolean => {
  const { text, start, end, gap, kind } = read.tokens;
  // German capitalizes every noun, and joins nouns (`Miller-Regierung`).
  const nouns = read.language === 'de';
  if (joined.test(text.charAt((start[at] ?? 0) - 1))) return false;
  if (!nouns && /[-‐]/u.test(text.charAt(end[at] ?? 0))) return false;
  if (follows(read, at)) {
    const cue = cueAt(read, at - 1);
    if (cue === cueClasses.organisation) return false;
    if (isCapital(read, at - 1) && !nouns && !leading.has(cue)) return false;
  }
  const crowded = gap[at + 1] === gaps.blank && (isCapital(read, at + 1) || kind[at + 1] === kinds.digits);
  return nouns || !crowded;
};

const commonest = 5;

/** In a script without capitals: after a title, or if the word is rare and no given name precedes it. */
const standsUncased = (read: ReadWords, at: number): boolean => {
  const cue = cueAt(read, at - 1);
  if (cue === cueClasses.role || cue === cueClasses.honorific) return true;
  if (read.table.commonness(hashAt(read, at)) > commonest || cueAt(read, at) > 0) return false;
  const named = follows(read, at) && read.tokens.kind[at - 1] === kinds.uncased && cue === 0;
  return !named || knownAs(read, at - 1).given < 2;
};
