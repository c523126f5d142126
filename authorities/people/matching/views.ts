import { readHan, simplify } from './han.ts';

/** One way to write a word of a script down as letters that the alignment model can pair with Latin ones. */
export type View = (word: string) => string;

const accentless: View = (word) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Syllables begin with a capital, so that the model sees where they part. */
const pinyin: View = (word) =>
  [...simplify(word)]
    .map((character) => readHan(character, 'mandarin').replace(/^./u, (first) => first.toUpperCase()))
    .join('');

/** The Latin side: small letters without accents, apostrophes and dots. */
export const latinView: View = (word) => accentless(word.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');

/** The views of each language; where there are several, their judgements are added up. */
export const views: Readonly<Record<string, readonly View[]>> = {
  ru: [(word) => word.toLowerCase().normalize('NFC')],
  ar: [(word) => accentless(word)],
  he: [(word) => accentless(word)],
  ja: [(word) => word.normalize('NFKC')],
  ko: [(word) => word.normalize('NFD'), (word) => word.normalize('NFC')],
  zh: [simplify, pinyin],
};
