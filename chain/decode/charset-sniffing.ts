import { type Candidate, charsetCandidates } from './charset-candidates.ts';
import { decodeCharset } from './legacy-charsets.ts';

/**
 * Guesses the legacy charset of bytes whose charset is not stated, or stated wrongly. Each candidate decodes a sample;
 * the result is scored by its plausibility as running text.
 *
 * @param stated  the stated charset, if any: another one must be far likelier
 * @returns a label of the Encoding Standard; `windows-1252` without evidence for another
 */
export const sniffCharset = (bytes: Uint8Array, stated: string | null = null): string => {
  const sample = highBytes(bytes);
  if (sample.length === 0) return 'windows-1252';
  let best = { charset: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  for (const candidate of charsetCandidates) {
    const score =
      plausibility(decodeCharset(sample, candidate.charset), candidate) +
      candidate.prior +
      (candidate.charset === stated ? STATEMENT_WEIGHT : 0);
    if (score > best.score) best = { charset: candidate.charset, score };
  }
  return best.charset;
};

const STATEMENT_WEIGHT = 0.5;

const plausibility = (text: string, candidate: Candidate): number => {
  const { expected, common, latin, impossible } = candidate;
  let letters = 0;
  let broken = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    letters += 1;
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) broken += 1;
  }
  if (letters === 0) return -1;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / letters;
  const misplaced =
    (latin ? crowdedLetters(text) + detachedLetters(text) : 2 * looseLetters(text, candidate)) / letters;
  const astray = impossible === undefined ? 0 : 4 * share(impossible);
  return share(expected) + share(common) - misplaced - astray - (8 * broken) / letters;
};

const LONG_RUN = 4;
const CROWD = new RegExp(`[^\\u0000-\\u007f\\p{P}\\p{Z}]{${LONG_RUN},}`, 'gu');

/** Runs of non-ASCII characters that are longer than in any language with Latin letters. */
const crowdedLetters = (text: string): number =>
  text.match(CROWD)?.reduce((sum, run) => sum + run.length, 0) ?? 0;

const RUN = /(?:[^\P{L}A-Za-z]|\p{M})+/gu;
const ASCII_LETTER = /[A-Za-z]/;

interface Run {
  readonly letters: string;
  /** Within a word of ASCII letters. */
  readonly mixed: boolean;
}

const runsOf = (text: string): readonly Run[] =>
  [...text.matchAll(RUN)].map(({ 0: letters, index }) => ({
    letters,
    mixed: ASCII_LETTER.test(`${text[index - 1] ?? ''}${text[index + letters.length] ?? ''}`),
  }));

/** This many different words of only non-ASCII letters make another script likely: Latin scripts have few of them. */
const COMPANY = 3;
/** The same if the words need not contain any of the commonest letters. */
const LARGE_COMPANY = 5;
/** Letters in the main range of the alphabets, whose bytes are not punctuation elsewhere. */
const PLAIN = /^[\u0391-\u03c9\u0410-\u044f]+$/;

/** Letters of words without any ASCII letter, if there are more than in languages with Latin letters. */
const detachedLetters = (text: string): number => {
  const words = runsOf(text).filter(({ mixed }) => !mixed);
  return countDistinct(words) < COMPANY ? 0 : words.reduce((sum, { letters }) => sum + letters.length, 0);
};

const countDistinct = (runs: readonly Run[]): number =>
  new Set(runs.map(({ letters }) => letters.toLowerCase())).size;

/** Non-ASCII letters that are alone or repeat a single letter, or a few of them within an ASCII word. */
const looseLetters = (text: string, candidate: Candidate): number => {
  const runs = runsOf(text);
  const mayBeAlone = hasCompany(
    runs.filter(({ mixed }) => !mixed),
    candidate,
  );
  return runs
    .filter(
      ({ letters, mixed }) =>
        (mixed && letters.length < LONG_RUN) || (isOneSign(letters) && (mixed || !mayBeAlone)),
    )
    .reduce((sum, { letters }) => sum + letters.length, 0);
};

const isOneSign = (letters: string): boolean => new Set(letters).size === 1;

/** Whether words are of an alphabet that has words of one letter, and enough of them differ. */
const hasCompany = (words: readonly Run[], { ownWords, letterLists }: Candidate): boolean => {
  if (ownWords === undefined) return false;
  if (!letterLists && words.every(({ letters }) => isOneSign(letters))) return false;
  return (
    countDistinct(words.filter(({ letters }) => ownWords.test(letters))) >= COMPANY ||
    countDistinct(words.filter(({ letters }) => PLAIN.test(letters))) >= LARGE_COMPANY
  );
};

/** Up to 32 KiB of the non-ASCII runs, each with one of the ASCII bytes beside it. */
const highBytes = (bytes: Uint8Array): Uint8Array => {
  const sample = new Uint8Array(32_768);
  const isHigh = (at: number): boolean => (bytes[at] ?? 0) >= 0x80;
  let length = 0;
  for (let at = 0; at < bytes.length && length < sample.length; at += 1) {
    // Second bytes of Big5, GB 18030 and Shift_JIS may be ASCII, and neighbouring letters distinguish scripts.
    if (!isHigh(at) && !isHigh(at - 1) && !isHigh(at + 1)) continue;
    sample[length] = bytes[at] ?? 0;
    length += 1;
  }
  return sample.subarray(0, length);
};
