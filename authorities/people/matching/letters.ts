import { type AlignmentModel, type Heard, restKey } from './alignment.ts';
import { type Chunks, mix, type Probabilities } from './units.ts';

/** How common the letters of one side are by themselves: a trigram model. */
export const hear = ({ table }: AlignmentModel, chunks: Chunks): Heard => {
  const rarity = new Float64Array(chunks.length + 1);
  let log = 0;
  for (let at = 0; at <= chunks.length; at += 1) {
    rarity[at] = Math.exp(-log);
    log += Math.log(chanceOfLetter(table, chunks, at));
  }
  return { chunks, log, rarity };
};

const chanceOfLetter = (table: Probabilities, word: Chunks, at: number): number => {
  const letter = letterAt(word, at);
  let probability = 1e-5;
  let rest = 1;
  for (let level = 2; level >= 0; level -= 1) {
    const context = letterContext(word, at, level);
    const left = table.get(restKey(context));
    if (left === 0) continue;
    probability += rest * table.get(mix(letter, context));
    rest *= left;
  }
  return probability;
};

/** The letter at a place, or the end of the word. */
export const letterAt = (word: Chunks, at: number): number =>
  at < word.length ? (word.hashes[at * 6 + 1] ?? 0) : mix(word.hashes[0] ?? 0, 3);

export const letterContext = (word: Chunks, at: number, level: number): number => {
  const before = at >= level ? (word.hashes[(at - level) * 6 + level] ?? 0) : mix(at, 11);
  return mix(mix(before, level), 0x2545f491);
};
