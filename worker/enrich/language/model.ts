import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { createSharedTables, type SharedTables } from '../../../domain/shared-tables.ts';
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

const path = join(import.meta.dirname, '../../../models/language.bin.br');

/** Loads the n-gram model (`scripts/train/language.ts`). */
export const loadLanguageModel = (tables: SharedTables = createSharedTables()): LanguageModel => {
  const bytes = tables.bytes(path, () => layOut(brotliDecompressSync(readFileSync(path))));
  const { head, start } = readHead(bytes);
  const { buffer } = bytes;
  const owners = start + (head.hashes * 2 + 1) * 4;
  const table: Table = {
    hashes: new Uint32Array(buffer, start, head.hashes),
    starts: new Uint32Array(buffer, start + head.hashes * 4, head.hashes + 1),
    owners: bytes.subarray(owners, owners + head.entries),
    values: bytes.subarray(owners + head.entries),
    steps: head.steps,
    size: head.languages.length,
  };
  return { languages: head.languages, score: (words, among) => scoreWords(table, words, among) };
};

const readHead = (bytes: Uint8Array) => {
  const end = bytes.indexOf(10);
  const text = Buffer.from(bytes.subarray(0, end)).toString('utf8');
  return { head: headShape.parse(JSON.parse(text)), start: end + 1 };
};

/**
 * The file as it is searched: its head filled up with spaces to whole words of memory, and in place of the number of
 * entries of each hash where they start.
 */
const layOut = (file: Uint8Array): Uint8Array => {
  const { head, start } = readHead(file);
  const hashesEnd = start + head.hashes * 4;
  const countsEnd = hashesEnd + head.hashes;
  const starts = new Uint32Array(head.hashes + 1);
  for (let index = 0; index < head.hashes; index += 1)
    starts[index + 1] = (starts[index] ?? 0) + (file[hashesEnd + index] ?? 0);
  return Buffer.concat([
    file.subarray(0, start - 1),
    Buffer.from(`${' '.repeat((4 - (start % 4)) % 4)}\n`),
    file.subarray(start, hashesEnd),
    new Uint8Array(starts.buffer),
    file.subarray(countsEnd),
  ]);
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
