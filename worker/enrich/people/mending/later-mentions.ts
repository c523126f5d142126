import { cueClasses } from '../cues.ts';
import type { NameSpan } from '../name-span.ts';
import { sameWord } from '../printed-name.ts';
import { gaps, kinds } from '../tokens.ts';
import {
  cueAt,
  findFree,
  follows,
  hashAt,
  isCapital,
  knownAs,
  printed,
  type ReadText,
  wordsOf,
} from './read-text.ts';

const shortestSurname = 3;
const mostSurnames = 400;

/**
 * Words that the article itself settles: the surname of somebody whom it names in full, inflected or not, where the
 * tagger passed it over. One that stands in small letters too may be no name there, nor one beside another capital
 * (`Miller Street`).
 *
 * @param spans  what was found, in order; none that is given back overlaps one of them
 */
export const findLaterMentions = (read: ReadText, spans: readonly NameSpan[]): NameSpan[] => {
  const surnames = gatherSurnames(read, spans);
  if (surnames.size === 0) return [];
  const { tokens } = read;
  const free = findFree(read, spans);
  const found: NameSpan[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    if (free[at] === 0 || !mayBeName(read, at)) continue;
    const skipped = countPrefixes(foldedAt(read, at), surnames, read.words.prefixes ?? '');
    if (skipped < 0) continue;
    const isUncased = tokens.kind[at] === kinds.uncased;
    const alone = isUncased ? skipped > 0 || standsUncased(read, at) : standsAlone(read, at);
    if (alone) found.push({ start: (tokens.start[at] ?? 0) + skipped, end: tokens.end[at] ?? 0 });
  }
  return found;
};

const mostPrefixes = 2;
/** Of a shorter word the prefix is too likely its first letter. */
const shortestPrefixed = 4;

/** How many letters are written onto a surname (`وللافروف`: and, to); −1 where the word is none. */
const countPrefixes = (word: string, surnames: ReadonlyMap<string, string[]>, prefixes: string): number => {
  for (let count = 0; count <= mostPrefixes; count += 1) {
    if (count > 0 && !prefixes.includes(word.charAt(count - 1) || ' ')) return -1;
    const rest = word.slice(count);
    if (count > 0 && rest.length < shortestPrefixed) return -1;
    const listed = surnames.get(rest.slice(0, shortestSurname));
    if (listed?.some((surname) => sameWord(surname, rest))) return count;
  }
  return -1;
};

const foldedAt = (read: ReadText, at: number): string => printed(read, at).toLowerCase().replaceAll('ё', 'е');

const mayBeName = (read: ReadText, at: number): boolean =>
  isCapital(read, at) || read.tokens.kind[at] === kinds.uncased;

/** Last words of names of two words or more, by their beginnings, without those that stand in small letters too. */
const gatherSurnames = (read: ReadText, spans: readonly NameSpan[]): ReadonlyMap<string, string[]> => {
  const surnames = new Set<string>();
  for (const [first, last] of wordsOf(read, spans))
    if (last > first && surnames.size < mostSurnames && mayBeName(read, last)) {
      const surname = foldedAt(read, last);
      if (surname.length >= shortestSurname) surnames.add(surname);
    }
  if (surnames.size === 0) return new Map();
  for (let at = 0; at < read.tokens.count; at += 1)
    if (read.tokens.kind[at] === kinds.lower) surnames.delete(foldedAt(read, at));
  return Map.groupBy(surnames, (surname) => surname.slice(0, shortestSurname));
};

const joined = /[-‐’']/u;
/** Words that may stand with a capital before a surname: at the beginning of a sentence, or as its title. */
const leading: ReadonlySet<number> = new Set([
  cueClasses.role,
  cueClasses.honorific,
  cueClasses.function,
  cueClasses.modifier,
  cueClasses.speech,
]);

const standsAlone = (read: ReadText, at: number): boolean => {
  const { text, start, end, gap, kind } = read.tokens;
  // German writes every noun with a capital, and joins them (`Miller-Regierung`).
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

/** A script without capitals: behind a title, or where the word is rare and no given name stands before it. */
const standsUncased = (read: ReadText, at: number): boolean => {
  const cue = cueAt(read, at - 1);
  if (cue === cueClasses.role || cue === cueClasses.honorific) return true;
  if (read.table.commonness(hashAt(read, at)) > commonest || cueAt(read, at) > 0) return false;
  const named = follows(read, at) && read.tokens.kind[at - 1] === kinds.uncased && cue === 0;
  return !named || knownAs(read, at - 1).given < 2;
};
