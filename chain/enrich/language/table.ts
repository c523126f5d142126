/** N-grams and words by hash, as `loadLanguageModel` lays them out. */
export interface Table {
  /** Where the hashes of each bucket begin. */
  readonly firsts: Uint32Array;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly owners: Uint8Array;
  readonly values: Uint8Array;
  readonly steps: number;
  readonly size: number;
}

/** How many leading bits select the few hashes to search. */
export const bucketBits = 17;
export const buckets = 2 ** bucketBits;

/** Position of a hash in the table, or −1. */
export const search = ({ hashes, firsts }: Table, hash: number): number => {
  const bucket = hash >>> (32 - bucketBits);
  let low = firsts[bucket] ?? 0;
  let high = (firsts[bucket + 1] ?? hashes.length) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = hashes[middle] ?? 0;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
