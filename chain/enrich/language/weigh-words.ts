import { hashWord } from './hashing.ts';
import { search, type Table } from './table.ts';

/** The frequency assumed for a word that a language's list lacks, and the limit of one word's weight. */
const rarest = Math.exp(-13.8);
const mostSaid = 4;

/** Sums, over the words that any of the languages knows, how much commoner each word is in a language than in all. */
export const weighWords = (
  table: Table,
  words: readonly string[],
  among: readonly number[],
): ReadonlyMap<number, number> => {
  const sums = new Float64Array(table.size);
  const shares = new Float64Array(table.size);
  for (const word of words) {
    const at = search(table, hashWord(word));
    if (at < 0) continue;
    shares.fill(rarest);
    for (let entry = table.starts[at] ?? 0; entry < (table.starts[at + 1] ?? 0); entry += 1)
      shares[table.owners[entry] ?? 0] = Math.exp(-(table.values[entry] ?? 0) / table.steps);
    let total = 0;
    for (const language of among) total += shares[language] ?? 0;
    const mean = total / among.length;
    // Most languages do not know the word, so they share one logarithm.
    const unknown = said(rarest, mean);
    for (const language of among) {
      const share = shares[language] ?? 0;
      sums[language] = (sums[language] ?? 0) + (share === rarest ? unknown : said(share, mean));
    }
  }
  return new Map(among.map((language) => [language, sums[language] ?? 0]));
};

const said = (share: number, mean: number): number =>
  Math.max(-mostSaid, Math.min(mostSaid, Math.log(share / mean)));
