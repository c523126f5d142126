import { remembered } from '../../../domain/remembered.ts';
import { hashNgram } from './hashing.ts';
import { search, type Table } from './table.ts';

const longest = 5;
/** The extra cost of an n-gram of which only the ending is known. */
const backoff = 1.1;
const unseen = -14;

/** Positions in the table of the endings at each letter of a word: `[letter * 5 + length - 1]`, −1 if unknown. */
export type FindEndings = (word: string) => Int32Array;

/** Cache of words, because texts share most of theirs. Long words are not kept, and no word keeps its whole text alive. */
const longestKept = 12;
const mostKept = 5000;

export const rememberEndings = (table: Table): FindEndings => {
  const find: FindEndings = (word) => {
    const places = new Int32Array(word.length * longest).fill(-1);
    for (let last = 0; last < word.length; last += 1)
      for (let length = 1; length <= Math.min(longest, last + 1); length += 1)
        places[last * longest + length - 1] = search(table, hashNgram(word, last - length + 1, last + 1));
    return places;
  };
  const kept = remembered(find, mostKept);
  return (word) => (word.length > longestKept ? find(word) : kept(word));
};

/** How well each language explains the letters of some words, see `LanguageModel.score`. */
export const scoreLetters = (
  table: Table,
  findEndings: FindEndings,
  words: readonly string[],
  among: readonly number[],
): ReadonlyMap<number, number> => {
  const sums = new Float64Array(table.size);
  const done = new Uint8Array(table.size);
  let letters = 0;
  for (const word of words) {
    const endings = findEndings(word);
    for (let last = 0; last < word.length; last += 1) {
      letters += 1;
      done.fill(0);
      addLetter(table, endings, last, sums, done);
      for (const language of among) if (!done[language]) sums[language] = (sums[language] ?? 0) + unseen;
    }
  }
  return new Map(among.map((language) => [language, (sums[language] ?? 0) / Math.max(1, letters)]));
};

/** Adds, for each language, the logarithm of the letter's probability after the longest context that the language knows. */
const addLetter = (
  table: Table,
  endings: Int32Array,
  last: number,
  sums: Float64Array,
  done: Uint8Array,
): void => {
  const most = Math.min(longest, last + 1);
  for (let order = most; order >= 1; order -= 1) {
    const at = endings[last * longest + order - 1] ?? -1;
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
