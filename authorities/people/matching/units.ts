/**
 * Pairs of letter chunks that stand for each other (`sh`–`ш`, `er`–`尔`), known only by 32-bit hashes of
 * chunk, counterpart and the letters before them: no strings in the model, no look-up of strings while scoring.
 */
export interface Chunks {
  /** UTF-16 units of the word. */
  readonly length: number;
  /** Hash of the chunk that begins at `i` with `n` units: `hashes[i * 6 + n]`. */
  readonly hashes: Uint32Array;
}

/** Maximum length of a chunk. */
export const longestChunk = 5;
/** Longer words are cut: the cost of scoring grows with the product of both lengths. */
export const longestWord = 40;

export const chunksOf = (word: string, side: number): Chunks => {
  const length = Math.min(word.length, longestWord);
  const hashes = new Uint32Array((length + 1) * 6);
  for (let i = 0; i <= length; i += 1) {
    let hash = mix(0x9e3779b9, side);
    hashes[i * 6] = hash;
    for (let n = 1; n <= longestChunk && i + n <= length; n += 1) {
      hash = mix(hash, word.charCodeAt(i + n - 1));
      hashes[i * 6 + n] = hash;
    }
  }
  return { length, hashes };
};

/** Hashes of the one and of the two letters before each place. */
export const mix = (seed: number, value: number): number => {
  let hash = Math.imul(seed ^ value, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** The lengths that a pair of chunks may have: one to many, many to one, or one to nothing. */
export const shapes: readonly (readonly [left: number, right: number])[] = [
  [1, 1],
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 1],
  [1, 2],
  [2, 2],
  [1, 3],
  [1, 0],
  [2, 0],
  [0, 1],
];

/** The cost of a pair of chunks that training never saw. */
export const unseen = (left: number, right: number): number => {
  if (left === 1 && right === 1) return 2e-7;
  return left + right === 1 ? 2e-6 : 0;
};

/** Numbers by hash; 0 if there is none. */
export interface Probabilities {
  readonly get: (key: number) => number;
}

/** Open addressing from hash to number; slot 0 is never a key. */
export class HashTable implements Probabilities {
  keys: Uint32Array;
  values: Float64Array;
  size = 0;

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 1.6)));
    this.keys = new Uint32Array(slots);
    this.values = new Float64Array(slots);
  }

  get(key: number): number {
    return this.values[this.#slot(key || 1)] ?? 0;
  }

  add(key: number, value: number): void {
    if (this.size * 1.5 > this.keys.length) this.#grow();
    const slot = this.#slot(key || 1);
    if (this.keys[slot] === 0) {
      this.keys[slot] = key || 1;
      this.size += 1;
    }
    this.values[slot] = (this.values[slot] ?? 0) + value;
  }

  *entries(): Generator<readonly [key: number, value: number]> {
    for (let slot = 0; slot < this.keys.length; slot += 1) {
      const key = this.keys[slot] ?? 0;
      if (key !== 0) yield [key, this.values[slot] ?? 0];
    }
  }

  #slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Float64Array(keys.length * 2);
    for (const [index, key] of keys.entries()) {
      if (key === 0) continue;
      const slot = this.#slot(key);
      this.keys[slot] = key;
      this.values[slot] = values[index] ?? 0;
    }
  }
}
