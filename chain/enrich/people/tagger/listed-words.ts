import { types } from './character-types.ts';
import { offsetBasis, prime } from './hashing.ts';
import { type NameTable, nameBits } from './name-table.ts';
import { placeInRun } from './place-in-run.ts';

/** Positions of words of the list of names, in text without spaces. */
export interface ListedWords {
  /** The most frequent name word that contains each character: 0 none, else bits of its bucket and place in the word. */
  readonly inName: Uint8Array;
  /** The character's position in the longest known place name: 0 none, 2 first, 3 inside, 4 last. */
  readonly place: Uint8Array;
}

const longestName = 8;
const longestPlace = 10;
const buckets = 63;

/** Names and places are looked up together: a look-up misses the cache, and both need the same word runs. */
export const findListed = (unit: Uint16Array, type: Uint8Array, names: NameTable): ListedWords => {
  const inName = new Uint8Array(unit.length);
  const place = new Uint8Array(unit.length);
  for (let at = 0; at < unit.length; at += 1) {
    const kind = type[at] ?? 0;
    if (kind !== types.han && kind !== types.katakana && kind !== types.hangul) continue;
    // No other place is looked up inside a longer one.
    const longest = place[at] === 0 ? longestPlace : longestName;
    let hash = offsetBasis;
    let name = 0;
    let bits = 0;
    let placed = 0;
    for (let length = 1; length <= longest && type[at + length - 1] === kind; length += 1) {
      hash = Math.imul(hash ^ (unit[at + length - 1] ?? 0), prime);
      const known = names.bits(hash >>> 0);
      const isPlace = (known & nameBits.place) !== 0;
      if (isPlace && length > 1) placed = length;
      if (isPlace || (known & buckets) === 0 || length > longestName) continue;
      name = length;
      bits = known & buckets;
    }
    markName(inName, at, name, bits);
    if (place[at] === 0) markPlace(place, at, placed);
  }
  return { inName, place };
};

const markName = (inName: Uint8Array, at: number, length: number, bits: number): void => {
  for (let step = 0; step < length; step += 1) {
    if (inName[at + step] !== 0 && step > 0) continue;
    inName[at + step] =
      1 +
      placeInRun(step, length) +
      4 * Math.min(3, (bits & 3) + (bits > 3 ? 1 : 0)) +
      16 * Math.min(7, length);
  }
};

const markPlace = (place: Uint8Array, at: number, length: number): void => {
  for (let step = 0; step < length; step += 1)
    place[at + step] = step === 0 ? 2 : 1 + placeInRun(step, length);
};
