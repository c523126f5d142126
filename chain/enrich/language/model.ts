import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { createSharedTables, type SharedTables } from '../../../domain/shared-tables.ts';
import { rememberEndings, scoreLetters } from './score-letters.ts';
import { bucketBits, buckets, type Table } from './table.ts';
import { weighWords } from './weigh-words.ts';

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
  /** Evidence of whole words for each language, in natural logarithms; none for languages without a word list. */
  weighWords(words: readonly string[], among: readonly number[]): ReadonlyMap<number, number>;
}

const path = join(import.meta.dirname, '../../../models/language.bin.br');

/** Loads the n-gram model (`lab/train/language.ts`). */
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
  const findEndings = rememberEndings(table);
  const worded = new Set(head.worded);
  return {
    languages: head.languages,
    score: (words, among) => scoreLetters(table, findEndings, words, among),
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
 * The file in the form that is searched: the header is padded with spaces to whole words of memory, the counts of
 * entries of each hash are replaced by their start, and a table of where the hashes of each bucket begin comes first.
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
