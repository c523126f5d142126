import { profileFor } from '../../../../languages/index.ts';
import type { NameSpan } from '../name-span.ts';
import { cueOf } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';
import { type NameTable, nameBits } from '../tagger/name-table.ts';
import { gaps, kinds, type Tokens } from '../tagger/tokens.ts';
import type { ReadText, ReadWords } from './rule.ts';

export const readText = (text: string, language: string): ReadText => ({
  text,
  language,
  words: profileFor(language).names ?? {},
});

export const readWords = (tokens: Tokens, language: string, table: NameTable): ReadWords => ({
  ...readText(tokens.text, language),
  tokens,
  table,
});

export const hashAt = ({ tokens: { text, start, end } }: ReadWords, at: number): number =>
  hashFolded(text, start[at] ?? 0, end[at] ?? 0);

/** The class of the word at `at`, 0 if it is no cue or there is no word. */
export const cueAt = (read: ReadWords, at: number): number =>
  at < 0 || at >= read.tokens.count ? 0 : cueOf(hashAt(read, at));

export const isCapital = ({ tokens: { kind } }: ReadWords, at: number): boolean =>
  kind[at] === kinds.capital || kind[at] === kinds.shout;

/** Whether only spaces separate a word from the previous one. */
export const follows = ({ tokens: { gap } }: ReadWords, at: number): boolean =>
  at > 0 && gap[at] === gaps.blank;

const sentenceEnd = /[.!?:…“”"„«»]\s*$/u;

/** Whether a word is in a position where every word is capitalized. */
export const opensSentence = ({ tokens: { text, start, gap } }: ReadWords, at: number): boolean => {
  const from = start[at] ?? 0;
  return at === 0 || gap[at] === gaps.line || sentenceEnd.test(text.slice(Math.max(0, from - 3), from));
};

export const printed = ({ tokens: { text, start, end } }: ReadWords, at: number): string =>
  text.slice(start[at], end[at]);

/** How frequent a word is as a given name or a surname, 0 to 3. */
export const knownAs = (
  read: ReadWords,
  at: number,
): { readonly given: number; readonly surname: number } => {
  const bits = read.table.bits(hashAt(read, at));
  return { given: (bits >> nameBits.givenShift) & 3, surname: (bits >> nameBits.surnameShift) & 3 };
};

/** First and last word of each span; spans are in text order. */
export const wordsOf = (
  { tokens: { start, count } }: ReadWords,
  spans: readonly NameSpan[],
): [number, number][] => {
  let at = 0;
  return spans.map(({ start: from, end }) => {
    while (at < count && (start[at] ?? 0) < from) at += 1;
    const first = at;
    while (at + 1 < count && (start[at + 1] ?? 0) < end) at += 1;
    return [first, at];
  });
};

/** 1 for a word that no span covers. */
export const findFree = (read: ReadWords, spans: readonly NameSpan[]): Uint8Array => {
  const free = new Uint8Array(read.tokens.count).fill(1);
  for (const [first, last] of wordsOf(read, spans)) free.fill(0, first, last + 1);
  return free;
};

const hashes = new WeakMap<readonly string[], ReadonlySet<number>>();

/** The hashes of a profile's words, made once. */
export const hashesOf = (words: readonly string[]): ReadonlySet<number> => {
  const known = hashes.get(words);
  if (known) return known;
  const made = new Set(words.map((word) => hashFolded(word, 0, word.length)));
  hashes.set(words, made);
  return made;
};
