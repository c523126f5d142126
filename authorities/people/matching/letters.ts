import { type AlignmentModel, restKey } from './alignment.ts';
import { type Chunks, mix } from './units.ts';

/** How common a word's letters are by themselves: a three-letter model of one side. */
export const logWord = ({ table }: AlignmentModel, word: Chunks): number => {
  let sum = 0;
  for (let at = 0; at <= word.length; at += 1) {
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
    sum += Math.log(probability);
  }
  return sum;
};

/** The letter at a place, or the end of the word. */
export const letterAt = (word: Chunks, at: number): number =>
  at < word.length ? (word.hashes[at * 6 + 1] ?? 0) : mix(word.hashes[0] ?? 0, 3);

export const letterContext = (word: Chunks, at: number, level: number): number => {
  const before = at >= level ? (word.hashes[(at - level) * 6 + level] ?? 0) : mix(at, 11);
  return mix(mix(before, level), 0x2545f491);
};
