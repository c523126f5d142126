import { hashExact, hashFolded, mix } from './hashing.ts';
import { wordColumns as column } from './templates.ts';
import { kinds, type Tokens } from './tokens.ts';
import type { WordFacts } from './word-facts.ts';
import type { Surroundings } from './word-surroundings.ts';

/** Writes every template of a word except its groups. */
export const fillRow = (out: Uint32Array, word: Word, around: Surroundings, tokens: Tokens): void => {
  fillWords(out, word, around);
  fillLetters(out, word, tokens);
  fillNamed(out, word, around);
  fillCues(out, word, around);
  fillCombined(out, word, around, tokens);
};

const put = (out: Uint32Array, at: number, value: number): void => {
  out[at] = mix(at + 1, value) || 1;
};

/** What is known of the word itself. */
export interface Word {
  readonly at: number;
  readonly hash: number;
  readonly shape: number;
  readonly bits: number;
  /** The bits of its frequency as a name. */
  readonly named: number;
  readonly common: number;
  readonly cue: number;
  readonly isMark: boolean;
  /** 1 if it occurs in lower case somewhere in the text. */
  readonly lower: number;
  readonly from: number;
  readonly to: number;
  readonly language: number;
}

const nameBits = 63;

export const readWord = (
  at: number,
  { start, end, kind }: Tokens,
  { hash, bits, common, cue, shape }: WordFacts,
  lowerHere: ReadonlySet<number>,
  language: number,
): Word => ({
  at,
  hash: hash[at] ?? 0,
  shape: shape[at] ?? 0,
  bits: bits[at] ?? 0,
  named: (bits[at] ?? 0) & nameBits,
  common: common[at] ?? 0,
  cue: cue[at] ?? 0,
  isMark: kind[at] === kinds.mark,
  lower: lowerHere.has(hash[at] ?? 0) ? 1 : 0,
  from: start[at] ?? 0,
  to: end[at] ?? 0,
  language,
});

const fillWords = (out: Uint32Array, { hash, shape }: Word, around: Surroundings): void => {
  const { before, twoBefore, behind, twoBehind, shapeBefore, shapeBehind } = around;
  put(out, column.word, hash);
  put(out, column.before, before);
  put(out, column.behind, behind);
  put(out, column.twoBefore, twoBefore);
  put(out, column.twoBehind, twoBehind);
  put(out, column.beforeAndWord, mix(before, hash));
  put(out, column.wordAndBehind, mix(hash, behind));
  const shapes = mix(shapeBefore, shape);
  put(out, column.shape, shape);
  put(out, column.shapeAndBefore, mix(shape, shapeBefore));
  put(out, column.shapeAndBehind, mix(shape, shapeBehind));
  put(out, column.shapesAround, mix(shapes, shapeBehind));
  put(out, column.shapesBefore, mix(mix(around.shapeTwoBefore, shapeBefore), mix(shape, shapeBehind)));
  put(out, column.shapesBehind, mix(shapes, mix(shapeBehind, around.shapeTwoBehind)));
};

/** Prefixes and suffixes of the word; punctuation has none. */
const fillLetters = (out: Uint32Array, { from, to, isMark }: Word, { text }: Tokens): void => {
  if (isMark) return;
  const size = to - from;
  const letters = (at: number, start: number, end: number, seed: number): void =>
    put(out, at, mix(hashFolded(text, start, end), seed));
  if (size > 2) letters(column.lastTwo, to - 2, to, 2);
  if (size > 3) letters(column.lastThree, to - 3, to, 3);
  if (size > 4) letters(column.lastFour, to - 4, to, 4);
  if (size > 2) letters(column.firstTwo, from, from + 2, 5);
  if (size > 3) letters(column.firstThree, from, from + 3, 6);
  if (size > 4) letters(column.withoutLastTwo, from, to - 2, 7);
  if (size > 5) letters(column.withoutLastThree, from, to - 3, 8);
};

const fillNamed = (out: Uint32Array, word: Word, around: Surroundings): void => {
  const { bits, named, common, shape, lower } = word;
  const { bitsBefore, bitsBehind, opensSentence } = around;
  const allAround = mix(mix(bitsBefore, bits), bitsBehind);
  put(out, column.listed, word.isMark ? mix(mix(bits, bitsBefore), bitsBehind) : bits + 1);
  put(out, column.namedAndCommon, mix(named, common));
  put(out, column.namedAndBefore, mix(named, bitsBefore));
  put(out, column.namedAndBehind, mix(named, bitsBehind));
  put(out, column.namedAround, allAround);
  put(out, column.namedAtAllAndShape, mix(mix(bits & 3, bitsBefore & 3), mix(bitsBehind & 3, shape)));
  put(out, column.listedAsOther, bits >> 6);
  put(out, column.listedAsOtherBehind, mix(bits >> 6, bitsBehind >> 6));
  put(out, column.commonAndLower, mix(common, lower));
  put(out, column.commonAndOpening, mix(mix(common, opensSentence), shape));
  put(out, column.lowerOpeningNamed, mix(mix(lower, opensSentence), named));
};

const fillCues = (out: Uint32Array, { cue, named, shape, bits }: Word, around: Surroundings): void => {
  const { cueBefore, cueTwoBefore, cueBehind, cueTwoBehind, shapeBehind } = around;
  const cuesBefore = mix(cueTwoBefore, cueBefore);
  put(out, column.cue, cue);
  put(out, column.cueBeforeNamed, mix(cueBefore, named));
  put(out, column.cueBeforeShape, mix(cueBefore, shape));
  put(out, column.cuesBefore, cuesBefore);
  put(out, column.cueBehindNamed, mix(cueBehind, named));
  put(out, column.cuesBehind, mix(cueBehind, cueTwoBehind));
  put(out, column.cuesBeforeAndShapes, mix(cuesBefore, mix(shape, shapeBehind)));
  put(out, column.cuesAroundShape, mix(mix(cueBefore, cueBehind), shape));
  put(out, column.cuesAroundListed, mix(mix(cueBefore, cue), mix(cueBehind, bits & 15)));
};

const fillCombined = (out: Uint32Array, word: Word, around: Surroundings, tokens: Tokens): void => {
  const { at, shape, named, language, from, to } = word;
  const { before, behind, opensSentence, shapeBehind, bitsBefore, bitsBehind } = around;
  const { text, start, end, gap } = tokens;
  put(out, column.beforeAndShape, mix(before, shape));
  put(out, column.behindAndShape, mix(behind, shape));
  put(out, column.twoBeforeAndShape, mix(mix(before, around.twoBefore), shape));
  put(out, column.twoBehindAndShape, mix(mix(behind, around.twoBehind), shape));
  put(out, column.beforeAndNamed, mix(before, named));
  put(out, column.behindAndNamed, mix(behind, named));
  put(out, column.languageAndShape, mix(language, mix(shape, opensSentence)));
  put(out, column.languageAndShapes, mix(language, mix(mix(shape, shapeBehind), opensSentence)));
  put(out, column.languageAndNamed, mix(language, mix(named, word.common)));
  const namedAround = mix(bitsBefore & nameBits, mix(named, bitsBehind & nameBits));
  put(out, column.languageAndNamedAround, mix(language, namedAround));
  put(out, column.exactWord, mix(hashExact(text, from, to), 9));
  put(out, column.line, around.opensLine ? 1 : 2);
  const lastThree = (other: number): number =>
    hashFolded(text, Math.max(start[other] ?? 0, (end[other] ?? 0) - 3), end[other] ?? 0);
  const isLong = (other: number): boolean => (end[other] ?? 0) - (start[other] ?? 0) > 3;
  if (to - from > 3)
    put(out, column.lastThreeAndShapes, mix(lastThree(at), mix(around.shapeBefore, shapeBehind)));
  if (!around.endsLine && isLong(at + 1)) put(out, column.lastThreeBehind, mix(lastThree(at + 1), shape));
  if (!around.opensLine && at > 0 && isLong(at - 1))
    put(out, column.lastThreeBefore, mix(lastThree(at - 1), shape));
  put(out, column.gaps, mix(gap[at] ?? 0, around.endsLine ? 3 : (gap[at + 1] ?? 0)));
};
