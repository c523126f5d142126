/**
 * Makes `models/language.bin.br` from tables of n-gram frequencies by language.
 *
 *   node lab/train/language.ts <folder> <words>
 *
 * The first folder holds one folder a language (ISO 639-1) with `unigrams.json.br` … `fivegrams.json.br`, as the
 * Python package `lingua-language-detector` 1.3.5 (Apache-2.0) carries them: `{"ngrams": {"n/d": "abc abd"}}`,
 * the share n/d of an n-gram among those that share its beginning. The second holds lists of words, see
 * `language-words.ts`. No sentence of any set is read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { hashNgram, hashWord } from '../../chain/enrich/language/hashing.ts';
import { readWords } from './language-words.ts';

const orders = ['unigrams', 'bigrams', 'trigrams', 'quadrigrams', 'fivegrams'];
/** How many n-grams of each order a language keeps, the most frequent first. */
const kept = [400, 3000, 9000, 14000, 8000];
/** A logarithm is kept in steps of a sixteenth, below zero. */
const steps = 16;

const [folder, wordLists] = process.argv.slice(2);
if (!folder || !wordLists)
  throw new Error('usage: node lab/train/language.ts <folder of n-gram tables> <folder of word lists>');

const readOrder = (language: string, order: string): ReadonlyMap<string, number> => {
  const path = join(folder, language, `${order}.json.br`);
  const shares = new Map<string, number>();
  if (!existsSync(path)) return shares;
  const table: { ngrams: Record<string, string> } = JSON.parse(
    brotliDecompressSync(readFileSync(path)).toString('utf8'),
  );
  for (const [fraction, ngrams] of Object.entries(table.ngrams)) {
    const [part = 0, whole = 1] = fraction.split('/').map(Number);
    for (const ngram of ngrams.split(' ')) shares.set(ngram, part / whole);
  }
  return shares;
};

const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^[a-z]{2}$/.test(entry.name))
  .map(({ name }) => name)
  .sort();
const entries = new Map<number, [language: number, value: number][]>();
const worded: number[] = [];

const addEntry = (hash: number, language: number, share: number): void => {
  const value = Math.min(255, Math.round(-Math.log(share) * steps));
  const list = entries.get(hash) ?? [];
  if (!list.some(([known]) => known === language)) list.push([language, value]);
  entries.set(hash, list);
};

for (const [index, language] of languages.entries()) {
  let joint: ReadonlyMap<string, number> = new Map([['', 1]]);
  for (const [order, file] of orders.entries()) {
    const whole = new Map<string, number>();
    const shares = readOrder(language, file);
    for (const [ngram, share] of shares) {
      const prefix = [...ngram].slice(0, -1).join('');
      whole.set(ngram, share * (joint.get(prefix) ?? 0));
    }
    const best = [...whole].sort(([, a], [, b]) => b - a).slice(0, kept[order]);
    for (const [ngram] of best) addEntry(hashNgram(ngram), index, shares.get(ngram) ?? 1);
    joint = whole;
  }
  const words = readWords(wordLists, language);
  for (const [word, share] of words) addEntry(hashWord(word), index, share);
  if (words.size > 0) worded.push(index);
  process.stderr.write(`${language} `);
}

const hashes = [...entries.keys()].sort((a, b) => a - b);
const total = hashes.reduce((sum, hash) => sum + (entries.get(hash)?.length ?? 0), 0);
const head = Buffer.from(
  `${JSON.stringify({ languages, worded, steps, hashes: hashes.length, entries: total })}\n`,
);
const gaps = Buffer.alloc(hashes.length * 4);
const counts = Buffer.alloc(hashes.length);
const owners = Buffer.alloc(total);
const values = Buffer.alloc(total);
let at = 0;
for (const [index, hash] of hashes.entries()) {
  const list = entries.get(hash) ?? [];
  gaps.writeUInt32LE(hash, index * 4);
  counts[index] = list.length;
  for (const [language, value] of list) {
    owners[at] = language;
    values[at] = value;
    at += 1;
  }
}
const model = brotliCompressSync(Buffer.concat([head, gaps, counts, owners, values]), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
});
writeFileSync(join(import.meta.dirname, '../../models/language.bin.br'), model);
process.stderr.write(`\n${languages.length} languages, ${total} n-grams and words, ${model.length} bytes\n`);
