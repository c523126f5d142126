import { types } from './character-types.ts';
import { offsetBasis, prime } from './hashing.ts';
import { placeInRun } from './place-in-run.ts';
import type { WordClusters } from './word-clusters.ts';

/** Bits of a word's kinds, the last column of the groups of a script without spaces. */
export const wordKinds = {
  surname: 1,
  given: 2,
  person: 4,
  place: 8,
  otherName: 16,
  common: 32,
  grammar: 64,
} as const;

/** Names of the list that cover each character, independent of how the text was split into words. */
export interface NameMarks {
  /** The character's position in the longest surname, given name and other name around it, words or not. */
  readonly surname: Uint8Array;
  readonly given: Uint8Array;
  readonly person: Uint8Array;
  /** Place in a surname that a given name follows at once: 0 none, 1–3 in the surname, 4–6 in the given name. */
  readonly pair: Uint8Array;
}

const longestName = 6;

/** Names are looked up from every character, because segmentation is least reliable there. */
export const markNames = (unit: Uint16Array, type: Uint8Array, clusters: WordClusters): NameMarks => {
  const size = unit.length;
  const marks = {
    surname: new Uint8Array(size),
    given: new Uint8Array(size),
    person: new Uint8Array(size),
    pair: new Uint8Array(size),
  };
  const givenAt = new Uint8Array(size + 1);
  const scored = new Uint8Array(size);
  // Backwards, so that the given name after a surname is known already.
  for (let at = size - 1; at >= 0; at -= 1) {
    if (!writesNames(type[at] ?? 0)) continue;
    const found = findNames(unit, type, at, clusters, givenAt);
    givenAt[at] = found.given;
    mark(marks.surname, at, found.surname);
    mark(marks.given, at, found.given);
    mark(marks.person, at, found.person);
    markPair(marks.pair, scored, at, found);
  }
  return marks;
};

/** Lengths of the longest names that begin at one character, 0 if there is none. */
interface NamesFrom {
  surname: number;
  given: number;
  person: number;
  /** The surname of the longest surname and given name together, and the length of both. */
  pairedSurname: number;
  pair: number;
}

const findNames = (
  unit: Uint16Array,
  type: Uint8Array,
  at: number,
  clusters: WordClusters,
  givenAt: Uint8Array,
): NamesFrom => {
  const found: NamesFrom = { surname: 0, given: 0, person: 0, pairedSurname: 0, pair: 0 };
  let hash = offsetBasis;
  for (let length = 1; length <= longestName && writesNames(type[at + length - 1] ?? 0); length += 1) {
    hash = Math.imul(hash ^ (unit[at + length - 1] ?? 0), prime);
    const slot = clusters.offsetOf(hash >>> 0);
    const kinds = slot < 0 ? 0 : (clusters.groups[slot + 2] ?? 0);
    if ((kinds & wordKinds.given) !== 0) found.given = length;
    if ((kinds & wordKinds.person) !== 0) found.person = length;
    if ((kinds & wordKinds.surname) === 0) continue;
    found.surname = length;
    const follower = givenAt[at + length] ?? 0;
    if (follower === 0 || length + follower <= found.pair) continue;
    found.pair = length + follower;
    found.pairedSurname = length;
  }
  return found;
};

const writesNames = (type: number): boolean =>
  type === types.han || type === types.hiragana || type === types.katakana;

/** Longer names win; of equal length, the one that begins earlier. Value: length × 4 + place (0 alone … 3 last). */
const mark = (out: Uint8Array, at: number, length: number): void => {
  for (let step = 0; step < length; step += 1) {
    if ((out[at + step] ?? 0) >> 2 > length) continue;
    out[at + step] = length * 4 + placeInRun(step, length);
  }
};

const markPair = (
  pair: Uint8Array,
  scored: Uint8Array,
  at: number,
  { pairedSurname: surname, pair: whole }: NamesFrom,
): void => {
  for (let step = 0; step < whole; step += 1) {
    if ((scored[at + step] ?? 0) > whole) continue;
    scored[at + step] = whole;
    const last = step === surname - 1 || step === whole - 1;
    const first = step === 0 || step === surname;
    const behindFirst = last ? 2 : 1;
    pair[at + step] = (step < surname ? 1 : 4) + (first ? 0 : behindFirst);
  }
};
