import { profileFor } from '../../../../languages/index.ts';
import type { NameWords } from '../../../../languages/profile.ts';
import type { NameSpan } from '../name-span.ts';
import { cueOf } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';
import { type NameTable, nameBits } from '../tagger/name-table.ts';
import { gaps, kinds, type Tokens } from '../tagger/tokens.ts';

/** A text in a script with spaces, as what is mended behind the tagger reads it. */
export interface ReadText {
  readonly tokens: Tokens;
  readonly language: string;
  readonly words: NameWords;
  readonly table: NameTable;
}

export const readText = (tokens: Tokens, language: string, table: NameTable): ReadText => ({
  tokens,
  language,
  words: profileFor(language).names ?? {},
  table,
});

export const hashAt = ({ tokens: { text, start, end } }: ReadText, at: number): number =>
  hashFolded(text, start[at] ?? 0, end[at] ?? 0);

/** The class of the word at `at`, 0 where it is no cue or there is no word. */
export const cueAt = (read: ReadText, at: number): number =>
  at < 0 || at >= read.tokens.count ? 0 : cueOf(hashAt(read, at));

export const isCapital = ({ tokens: { kind } }: ReadText, at: number): boolean =>
  kind[at] === kinds.capital || kind[at] === kinds.shout;

/** Whether only blanks stand between a word and the one before. */
export const follows = ({ tokens: { gap } }: ReadText, at: number): boolean =>
  at > 0 && gap[at] === gaps.blank;

const sentenceEnd = /[.!?:…“”"„«»]\s*$/u;

/** Whether a word stands where every word has a capital. */
export const opensSentence = ({ tokens: { text, start, gap } }: ReadText, at: number): boolean => {
  const from = start[at] ?? 0;
  return at === 0 || gap[at] === gaps.line || sentenceEnd.test(text.slice(Math.max(0, from - 3), from));
};

export const printed = ({ tokens: { text, start, end } }: ReadText, at: number): string =>
  text.slice(start[at], end[at]);

/** How well a word is known as a given name or a surname, 0 to 3. */
export const knownAs = (read: ReadText, at: number): { readonly given: number; readonly surname: number } => {
  const bits = read.table.bits(hashAt(read, at));
  return { given: (bits >> nameBits.givenShift) & 3, surname: (bits >> nameBits.surnameShift) & 3 };
};

/** First and last word of each span; spans stand in order. */
export const wordsOf = (
  { tokens: { start, count } }: ReadText,
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
export const findFree = (read: ReadText, spans: readonly NameSpan[]): Uint8Array => {
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
