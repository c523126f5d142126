import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { createSharedTables, type SharedTables } from '../../../domain/shared-tables.ts';
import { hashNgram, hashWord } from './hashing.ts';

const headShape = z.object({
  languages: z.array(z.string()),
  worded: z.array(z.number()),
  steps: z.number(),
  hashes: z.number(),
  entries: z.number(),
});

/** How well each language explains a text: natural logarithms per letter, higher is likelier. */
export interface LanguageModel {
  readonly languages: readonly string[];
  /** @param words  letters only, lower case; @param among  indices of the languages to score */
  score(words: readonly string[], among: readonly number[]): ReadonlyMap<number, number>;
  /** What whole words say for each language, in natural logarithms; nothing of those that have no list of words. */
  weighWords(words: readonly string[], among: readonly number[]): ReadonlyMap<number, number>;
}

const longest = 5;
/** What an n-gram costs more that is only known by its ending. */
const backoff = 1.1;
const unseen = -14;
/** Hashes are looked for among those that share so many first bits: a handful. */
const bucketBits = 17;
const buckets = 2 ** bucketBits;

const path = join(import.meta.dirname, '../../../models/language.bin.br');

/** Loads the n-gram model (`scripts/train/language.ts`). */
export const loadLanguageModel = (tables: SharedTables = createSharedTables()): LanguageModel => {
  const bytes = tables.bytes(path, () => layOut(brotliDecompressSync(readFileSync(path))));
  const { head, start } = readHead(bytes);
  const { buffer } = bytes;
  const hashes = start + (buckets + 1) * 4;
  const owners = hashes + (head.hashes * 2 + 1) * 4;
  const table: Table = {
    firsts: new Uint32Array(buffer, start, buckets + 1),
    hashes: new Uint32Array(buffer, hashes, head.hashes),
    starts: new Uint32Array(buffer, hashes + head.hashes * 4, head.hashes + 1),
    owners: bytes.subarray(owners, owners + head.entries),
    values: bytes.subarray(owners + head.entries),
    steps: head.steps,
    size: head.languages.length,
  };
  const worded = new Set(head.worded);
  return {
    languages: head.languages,
    score: (words, among) => scoreWords(table, words, among),
    weighWords: (words, among) =>
      weighWords(
        table,
        words,
        among.filter((language) => worded.has(language)),
      ),
  };
};

const readHead = (bytes: Uint8Array) => {
  const end = bytes.indexOf(10);
  const text = Buffer.from(bytes.subarray(0, end)).toString('utf8');
  return { head: headShape.parse(JSON.parse(text)), start: end + 1 };
};

/**
 * The file as it is searched: its head filled up with spaces to whole words of memory, in place of the number of entries
 * of each hash where they start, and before all where the hashes of each bucket begin.
 */
const layOut = (file: Uint8Array): Uint8Array => {
  const { head, start } = readHead(file);
  const hashesEnd = start + head.hashes * 4;
  const countsEnd = hashesEnd + head.hashes;
  const starts = new Uint32Array(head.hashes + 1);
  for (let index = 0; index < head.hashes; index += 1)
    starts[index + 1] = (starts[index] ?? 0) + (file[hashesEnd + index] ?? 0);
  const firsts = firstOfBuckets(new DataView(file.buffer, file.byteOffset + start), head.hashes);
  return Buffer.concat([
    file.subarray(0, start - 1),
    Buffer.from(`${' '.repeat((4 - (start % 4)) % 4)}\n`),
    new Uint8Array(firsts.buffer),
    file.subarray(start, hashesEnd),
    new Uint8Array(starts.buffer),
    file.subarray(countsEnd),
  ]);
};

const firstOfBuckets = (hashes: DataView, count: number): Uint32Array => {
  const firsts = new Uint32Array(buckets + 1);
  let next = 0;
  for (let bucket = 0; bucket <= buckets; bucket += 1) {
    while (next < count && hashes.getUint32(next * 4, true) >>> (32 - bucketBits) < bucket) next += 1;
    firsts[bucket] = next;
  }
  return firsts;
};

interface Table {
  /** Where the hashes of each bucket begin. */
  readonly firsts: Uint32Array;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly owners: Uint8Array;
  readonly values: Uint8Array;
  readonly steps: number;
  readonly size: number;
}

const scoreWords = (
  table: Table,
  words: readonly string[],
  among: readonly number[],
): ReadonlyMap<number, number> => {
  const sums = new Float64Array(table.size);
  const done = new Uint8Array(table.size);
  let letters = 0;
  for (const word of words) {
    for (let last = 0; last < word.length; last += 1) {
      letters += 1;
      done.fill(0);
      addLetter(table, word, last, sums, done);
      for (const language of among) if (!done[language]) sums[language] = (sums[language] ?? 0) + unseen;
    }
  }
  return new Map(among.map((language) => [language, (sums[language] ?? 0) / Math.max(1, letters)]));
};

/** Adds, for each language, the logarithm of the letter after the longest beginning that the language knows. */
const addLetter = (table: Table, word: string, last: number, sums: Float64Array, done: Uint8Array): void => {
  const most = Math.min(longest, last + 1);
  for (let order = most; order >= 1; order -= 1) {
    const at = search(table, hashNgram(word, last - order + 1, last + 1));
    if (at < 0) continue;
    const penalty = (most - order) * backoff;
    for (let entry = table.starts[at] ?? 0; entry < (table.starts[at + 1] ?? 0); entry += 1) {
      const language = table.owners[entry] ?? 0;
      if (done[language]) continue;
      done[language] = 1;
      sums[language] = (sums[language] ?? 0) - (table.values[entry] ?? 0) / table.steps - penalty;
    }
  }
};

/** The share of a word that a language's list has not, and how far one word may speak for or against a language. */
const rarest = Math.exp(-13.8);
const mostSaid = 4;

/** Sums, over the words that any of the languages knows, how much commoner each is in a language than in all. */
const weighWords = (
  table: Table,
  words: readonly string[],
  among: readonly number[],
): ReadonlyMap<number, number> => {
  const sums = new Map(among.map((language) => [language, 0]));
  const shares = new Float64Array(table.size);
  for (const word of words) {
    const at = search(table, hashWord(word));
    if (at < 0) continue;
    shares.fill(rarest);
    for (let entry = table.starts[at] ?? 0; entry < (table.starts[at + 1] ?? 0); entry += 1)
      shares[table.owners[entry] ?? 0] = Math.exp(-(table.values[entry] ?? 0) / table.steps);
    const mean = among.reduce((sum, language) => sum + (shares[language] ?? 0), 0) / among.length;
    for (const [language, sum] of sums) {
      const said = Math.log((shares[language] ?? 0) / mean);
      sums.set(language, sum + Math.max(-mostSaid, Math.min(mostSaid, said)));
    }
  }
  return sums;
};

const search = ({ hashes, firsts }: Table, hash: number): number => {
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
