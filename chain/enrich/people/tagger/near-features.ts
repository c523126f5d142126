import { hashColumns, mix } from './hashing.ts';
import { nearColumns as column } from './templates.ts';

/** Properties of each character by itself and by the word it is in. */
export interface CharacterFacts {
  readonly unit: Uint16Array;
  readonly type: Uint8Array;
  readonly word: Uint16Array;
  readonly tied: Uint32Array;
  readonly inName: Uint8Array;
}

/** The same with a margin at both ends, so that no template looks past them. */
export interface CharacterWindows {
  readonly unit: Uint16Array;
  readonly type: Uint16Array;
  readonly word: Uint16Array;
  readonly inName: Uint16Array;
}

const margin = 3;

export const widenFacts = ({ unit, type, word, inName }: CharacterFacts): CharacterWindows => ({
  unit: widen(unit, 1),
  type: widen(type, 15),
  word: widen(word, 0),
  inName: widen(inName, 0),
});

const widen = (values: ArrayLike<number>, edge: number): Uint16Array => {
  const wide = new Uint16Array(values.length + 2 * margin).fill(edge);
  wide.set(values, margin);
  return wide;
};

/**
 * Templates over the three characters on either side and the words beside. The values are written first and hashed
 * together, because one call per value took as long as everything else.
 */
export const fillNear = (
  out: Uint32Array,
  at: number,
  facts: CharacterFacts,
  wide: CharacterWindows,
): void => {
  fillCharacters(out, at + margin, wide);
  fillShapes(out, at + margin, wide);
  fillWords(out, at, facts, wide);
  fillListed(out, at, facts, wide);
  hashColumns(out, 0, column.unused, 101);
};

const fillCharacters = (out: Uint32Array, at: number, { unit }: CharacterWindows): void => {
  for (let step = 0; step < 7; step += 1) out[column.threeBefore + step] = unit[at - 3 + step] ?? 0;
  for (let step = 0; step < 6; step += 1)
    out[column.pairThreeBefore + step] = ((unit[at - 3 + step] ?? 0) << 16) | (unit[at - 2 + step] ?? 0);
  // The pairs are in the preceding columns.
  for (let step = 0; step < 3; step += 1)
    out[column.threeUpToHere + step] = mix(out[column.pairTwoBefore + step] ?? 0, unit[at + step] ?? 0);
};

const fillShapes = (out: Uint32Array, at: number, { type }: CharacterWindows): void => {
  const shape = ((type[at - 1] ?? 0) << 8) | ((type[at] ?? 0) << 4) | (type[at + 1] ?? 0);
  const longer = ((type[at - 2] ?? 0) << 12) | shape;
  const behind = type[at + 2] ?? 0;
  out[column.types] = shape;
  out[column.typesFromTwoBefore] = longer;
  out[column.typesOfFive] = (shape << 4) | behind;
  out[column.typesOfSeven] = mix(((type[at - 3] ?? 0) << 16) | longer, (behind << 4) | (type[at + 3] ?? 0));
};

const fillWords = (out: Uint32Array, at: number, facts: CharacterFacts, wide: CharacterWindows): void => {
  const { word, tied } = facts;
  const here = word[at] ?? 0;
  const pair = ((wide.word[at + margin - 1] ?? 0) << 16) | here;
  const next = wide.word[at + margin + 1] ?? 0;
  const before = previousWord(facts, at);
  const after = nextWord(facts, at);
  const wordBefore = before < 0 ? 0 : (word[before] ?? 0);
  const wordAfter = after >= word.length ? 0 : (word[after] ?? 0);
  const tiedBefore = before < 0 ? 0 : (tied[before] ?? 0);
  const tiedAfter = after >= word.length ? 0 : (tied[after] ?? 0);
  out[column.word] = here;
  out[column.wordsBefore] = pair;
  out[column.wordsBehind] = (here << 16) | next;
  out[column.wordsAround] = mix(pair, next);
  out[column.printedWord] = tied[at] ?? 0;
  out[column.printedWordBefore] = tiedBefore;
  out[column.printedWordBehind] = tiedAfter;
  out[column.wordAndWordBefore] = mix(here, wordBefore);
  out[column.wordAndWordBehind] = mix(here, wordAfter);
  out[column.wordAndBothWords] = mix(here, mix(wordBefore, wordAfter));
  out[column.wordAndPrintedBefore] = mix(here, tiedBefore);
  out[column.wordAndPrintedBehind] = mix(here, tiedAfter);
};

/** Features from the list of names, with their surroundings. */
const fillListed = (
  out: Uint32Array,
  at: number,
  { unit, type, word }: CharacterFacts,
  wide: CharacterWindows,
): void => {
  const { inName } = wide;
  const near = at + margin;
  const name = inName[near] ?? 0;
  const before = wide.unit[near - 2] ?? 0;
  const kind = type[at] ?? 0;
  out[column.named] = name;
  out[column.namedBefore] = ((inName[near - 1] ?? 0) << 8) | name;
  out[column.namedBehind] = (name << 8) | (inName[near + 1] ?? 0);
  out[column.namedCharacter] = (name << 16) | (unit[at] ?? 0);
  out[column.namedWord] = (name << 16) | (word[at] ?? 0);
  out[column.namedTwoBehindOther] = (before << 16) | name;
  out[column.namedAndPrintedBehind] = mix(out[column.printedWordBehind] ?? 0, name);
  out[column.namedAndPrintedBefore] = mix(out[column.printedWordBefore] ?? 0, name);
  out[column.namedTypeAndBehind] = ((wide.unit[near + 1] ?? 0) << 16) | (kind << 8) | name;
  out[column.pairBeforeAndType] = mix((before << 16) | (wide.unit[near - 1] ?? 0), kind);
};

/** The last character of the word before this one's, −1 at the start. */
const previousWord = ({ word }: CharacterFacts, at: number): number => {
  let step = at;
  while (step >= 0 && at - step < 8 && !startsWord(word[step] ?? 0)) step -= 1;
  return step - 1;
};

const nextWord = ({ word }: CharacterFacts, at: number): number => {
  let step = at + 1;
  while (step < word.length && step - at < 8 && !startsWord(word[step] ?? 0)) step += 1;
  return step;
};

const startsWord = (word: number): boolean => (word & 3) < 2;
