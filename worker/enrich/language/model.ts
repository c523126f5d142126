import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { hashNgram } from './hashing.ts';

const headShape = z.object({
  languages: z.array(z.string()),
  steps: z.number(),
  hashes: z.number(),
  entries: z.number(),
});

/** How well each language explains a text: natural logarithms per letter, higher is likelier. */
export interface LanguageModel {
  readonly languages: readonly string[];
  /** @param words  letters only, lower case; @param among  indices of the languages to score */
  score(words: readonly string[], among: readonly number[]): ReadonlyMap<number, number>;
}

const longest = 5;
/** What an n-gram costs more that is only known by its ending. */
const backoff = 1.1;
const unseen = -14;

/** Loads the n-gram model (`scripts/train/language.ts`). */
export const loadLanguageModel = (): LanguageModel => {
  const path = join(import.meta.dirname, '../../../models/language.bin.br');
  const bytes = brotliDecompressSync(readFileSync(path));
  const end = bytes.indexOf(10);
  const head = headShape.parse(JSON.parse(bytes.subarray(0, end).toString('utf8')));
  const hashes = new Uint32Array(head.hashes);
  for (let index = 0; index < head.hashes; index += 1)
    hashes[index] = bytes.readUInt32LE(end + 1 + index * 4);
  const counts = bytes.subarray(end + 1 + head.hashes * 4, end + 1 + head.hashes * 5);
  const owners = bytes.subarray(end + 1 + head.hashes * 5, end + 1 + head.hashes * 5 + head.entries);
  const values = bytes.subarray(end + 1 + head.hashes * 5 + head.entries);
  const starts = new Uint32Array(head.hashes + 1);
  for (let index = 0; index < head.hashes; index += 1)
    starts[index + 1] = (starts[index] ?? 0) + (counts[index] ?? 0);
  const table: Table = { hashes, starts, owners, values, steps: head.steps, size: head.languages.length };
  return { languages: head.languages, score: (words, among) => scoreWords(table, words, among) };
};

interface Table {
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
    const characters = [...word];
    for (let last = 0; last < characters.length; last += 1) {
      letters += 1;
      done.fill(0);
      addLetter(table, characters, last, sums, done);
      for (const language of among) if (!done[language]) sums[language] = (sums[language] ?? 0) + unseen;
    }
  }
  return new Map(among.map((language) => [language, (sums[language] ?? 0) / Math.max(1, letters)]));
};

/** Adds, for each language, the logarithm of the letter after the longest beginning that the language knows. */
const addLetter = (
  table: Table,
  characters: readonly string[],
  last: number,
  sums: Float64Array,
  done: Uint8Array,
): void => {
  const most = Math.min(longest, last + 1);
  for (let order = most; order >= 1; order -= 1) {
    const at = search(table.hashes, hashNgram(characters.slice(last - order + 1, last + 1).join('')));
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

const search = (hashes: Uint32Array, hash: number): number => {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = hashes[middle] ?? 0;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
