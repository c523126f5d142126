import { mix, offsetBasis, prime } from './hashing.ts';
import { placeInRun } from './place-in-run.ts';

/**
 * A list of words with parts of speech, for text without spaces. Only 16-bit fingerprints are kept, so rarely a
 * string that is not a word is taken for one.
 */
export interface WordList {
  /**
   * Splits a text into the likeliest words (least total cost).
   * `word`: class of the word that contains a unit × 4 + place in it (0 alone, 1 first, 2 inside, 3 last);
   * `tied`: a hash of that word.
   */
  readonly segment: (units: Uint16Array) => { word: Uint16Array; tied: Uint32Array };
}

export interface WordListData {
  readonly prints: Uint16Array;
  /** Class of the word, from 1. */
  readonly classes: Uint8Array;
  /** Cost in steps of 1/8 of a natural logarithm. */
  readonly costs: Uint8Array;
}

const longestWord = 8;
const probes = 12;
const unknownCost = 160;

export const openWordList = ({ prints, classes, costs }: WordListData): WordList => ({
  segment: (units) => {
    const size = units.length;
    const cost = new Float64Array(size + 1).fill(1e9);
    const back = new Uint8Array(size + 1);
    const via = new Uint8Array(size + 1);
    cost[0] = 0;
    for (let at = 0; at < size; at += 1) {
      const so = cost[at] ?? 0;
      relax(cost, back, via, at + 1, so + unknownCost, 1, 0);
      let hash = offsetBasis;
      const room = roomForWord(units, at);
      for (let length = 1; length <= room; length += 1) {
        hash = Math.imul(hash ^ (units[at + length - 1] ?? 0), prime);
        const slot = findWord(prints, hash >>> 0);
        if (slot >= 0)
          relax(cost, back, via, at + length, so + (costs[slot] ?? 0), length, classes[slot] ?? 0);
      }
    }
    return follow(units, back, via);
  },
});

/** No word contains a space, which saves most look-ups in languages with short words (Korean). */
const roomForWord = (units: Uint16Array, at: number): number => {
  const most = Math.min(longestWord, units.length - at);
  let room = 1;
  while (room < most && !isBlank(units[at + room] ?? 0)) room += 1;
  return room;
};

const isBlank = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x3000;

const relax = (
  cost: Float64Array,
  back: Uint8Array,
  via: Uint8Array,
  to: number,
  value: number,
  length: number,
  type: number,
): void => {
  if (value >= (cost[to] ?? 0)) return;
  cost[to] = value;
  back[to] = length;
  via[to] = type;
};

const follow = (units: Uint16Array, back: Uint8Array, via: Uint8Array) => {
  const word = new Uint16Array(units.length);
  const tied = new Uint32Array(units.length);
  for (let end = units.length; end > 0; ) {
    const length = back[end] ?? 1;
    let hash = offsetBasis;
    for (let at = end - length; at < end; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), prime);
    for (let at = end - length; at < end; at += 1) {
      word[at] = (via[end] ?? 0) * 4 + placeInRun(at - (end - length), length);
      tied[at] = hash >>> 0;
    }
    end -= length;
  }
  return { word, tied };
};

const findWord = (prints: Uint16Array, hash: number): number => {
  const mask = prints.length - 1;
  const spread = mix(hash, 17);
  const print = mix(hash, 19) & 0xffff || 1;
  for (let step = 0; step < probes; step += 1) {
    const found = prints[(spread + step) & mask] ?? 0;
    if (found === print) return (spread + step) & mask;
    if (found === 0) return -1;
  }
  return -1;
};

export interface ListedWord {
  readonly form: string;
  readonly type: number;
  readonly cost: number;
}

/** Packs words into 2^`bits` slots; the first entry of a form counts. */
export const buildWordList = (words: Iterable<ListedWord>, bits: number): WordListData => {
  const size = 2 ** bits;
  const data = { prints: new Uint16Array(size), classes: new Uint8Array(size), costs: new Uint8Array(size) };
  for (const { form, type, cost } of words) {
    if (form.length > longestWord) continue;
    let hash = offsetBasis;
    for (let at = 0; at < form.length; at += 1) hash = Math.imul(hash ^ form.charCodeAt(at), prime);
    if (findWord(data.prints, hash >>> 0) >= 0) continue;
    const spread = mix(hash >>> 0, 17);
    for (let step = 0; step < probes; step += 1) {
      const at = (spread + step) & (size - 1);
      if (data.prints[at] !== 0) continue;
      data.prints[at] = mix(hash >>> 0, 19) & 0xffff || 1;
      data.classes[at] = type;
      data.costs[at] = Math.max(0, Math.min(255, cost));
      break;
    }
  }
  return data;
};
