import { letterClasses } from '../../../languages/scripts.ts';

/** Data to compare two texts: hashes of their runs of words (or characters), each once, and their numbers. */
export interface TextRuns {
  readonly runs: ReadonlySet<number>;
  readonly numbers: ReadonlySet<string>;
}

/** A character carries less information than a word: eight characters carry about as much as five words. */
const runOfWords = 5;
const runOfCharacters = 8;
/** Shorter texts (captions, "No comment") are alike without being copies. */
const fewestRuns = 25;
const mostTokens = 3000;

const dense = new RegExp(`^[${letterClasses.unspaced}]`, 'u');
/** A word, or one character of scripts written without spaces. */
const token = new RegExp(`[${letterClasses.unspaced}]|[\\p{L}\\p{N}]{1,64}`, 'gu');

/**
 * Reads a text's runs. Pure: equal texts have equal runs, on any machine; case and separators of words do not count.
 *
 * @returns null for a text too short to judge
 */
export const readRuns = (text: string): TextRuns | null => {
  const tokens: string[] = [];
  for (const [word] of text.matchAll(token)) {
    tokens.push(word.toLowerCase());
    if (tokens.length >= mostTokens) break;
  }
  const characters = tokens.filter((one) => dense.test(one)).length;
  const length = characters * 2 > tokens.length ? runOfCharacters : runOfWords;
  if (tokens.length - length + 1 < fewestRuns) return null;
  const runs = new Set<number>();
  for (let start = 0; start + length <= tokens.length; start += 1)
    runs.add(hash(tokens.slice(start, start + length).join(' ')));
  return { runs, numbers: new Set(tokens.filter((one) => /\d/.test(one))) };
};

/** FNV-1a over UTF-16 units, then mixed: 32 bits. */
export const hash = (text: string): number => {
  let state = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) state = Math.imul(state ^ text.charCodeAt(n), 0x01000193);
  return mix(state);
};

/** A bijection of 32-bit numbers that spreads every bit. */
export const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
