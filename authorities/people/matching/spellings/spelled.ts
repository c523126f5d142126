import { hanSpellings } from './han.ts';
import { hangulSpellings } from './hangul.ts';

/** Longer Latin strings are not expanded character by character. */
const longestSpelled = 24;
const longestSyllable = 7;

/**
 * How far a Latin word is from the spellings of Han or Hangul characters, one after another.
 *
 * @returns changed letters as a share of the word's, 0 if it is spelled by rule or habit; 1 if nothing fits
 */
export const spellingDistance = (latin: string, characters: readonly string[]): number => {
  const length = latin.length;
  if (length === 0 || length > longestSpelled || characters.length * longestSyllable < length) return 1;
  let costs = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  for (const character of characters) {
    const next = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    const spellings = spellingsOf(character);
    for (let from = 0; from < length; from += 1) {
      const before = costs[from] ?? Number.POSITIVE_INFINITY;
      if (!Number.isFinite(before)) continue;
      for (let to = from + 1; to <= Math.min(length, from + longestSyllable); to += 1) {
        const cost = before + cheapest(latin.slice(from, to), spellings);
        if (cost < (next[to] ?? 0)) next[to] = cost;
      }
    }
    costs = next;
  }
  return Math.min(1, (costs[length] ?? Number.POSITIVE_INFINITY) / length);
};

const spellingsOf = (character: string): readonly string[] => {
  const hangul = hangulSpellings(character);
  return hangul.length > 0 ? hangul : hanSpellings(character);
};

const cheapest = (part: string, spellings: readonly string[]): number => {
  if (spellings.includes(part)) return 0;
  let least = part.length;
  for (const spelling of spellings)
    if (Math.abs(spelling.length - part.length) < least)
      least = Math.min(least, editDistance(part, spelling));
  return least;
};

/** Levenshtein distance; replacing one vowel by another costs half. */
export const editDistance = (one: string, other: string): number => {
  const row = new Float64Array(other.length + 1);
  for (let j = 1; j <= other.length; j += 1) row[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    const left = one.charAt(i - 1);
    let before = i - 1;
    row[0] = i;
    for (let j = 1; j <= other.length; j += 1) {
      const right = other.charAt(j - 1);
      const change = before + changeOf(left, right);
      before = row[j] ?? 0;
      row[j] = Math.min(before + 1, (row[j - 1] ?? 0) + 1, change);
    }
  }
  return row[other.length] ?? 0;
};

const changeOf = (left: string, right: string): number => {
  if (left === right) return 0;
  return vowels.has(left) && vowels.has(right) ? 0.5 : 1;
};

const vowels = new Set('aeiouy');
