import { normalize } from '../../../domain/normalize.ts';
import { readHan, simplify } from './han.ts';

/** One way to write a word of a script as letters that the alignment model can pair with Latin ones. */
export type View = (word: string) => string;

const accentless: View = (word) => normalize(word, 'NFD').replace(/\p{M}/gu, '');

/** Persian and Kurdish letters as the Arabic ones that Arabic newspapers use for their sounds. */
const arabicLetters: Readonly<Record<string, string>> = {
  ی: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۆ: 'و',
  ۇ: 'و',
  ۋ: 'و',
  گ: 'غ',
  پ: 'ب',
  چ: 'تش',
  ژ: 'ج',
  ڤ: 'ف',
  ڵ: 'ل',
  ڕ: 'ر',
};

const arabic: View = (word) =>
  accentless(
    normalize(word, 'NFC').replace(/\p{Script=Arabic}/gu, (letter) => arabicLetters[letter] ?? letter),
  );

/** Five letters have a different form at the end of a word, with the same sound. */
const finalLetters: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

const hebrew: View = (word) =>
  accentless(word)
    .replace(/[’׳]/gu, "'")
    .replace(/[ךםןףץ]/gu, (letter) => finalLetters[letter] ?? letter);

/** Syllables start with a capital, so that the model sees their boundaries. */
const pinyin: View = (word) =>
  [...simplify(word)]
    .map((character) => readHan(character, 'mandarin').replace(/^./u, (first) => first.toUpperCase()))
    .join('');

/** The Latin side: lower case without accents, apostrophes and dots. */
export const latinView: View = (word) => accentless(word.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');

/** The views of each language; if there are several, their scores are added. */
export const views: Readonly<Record<string, readonly View[]>> = {
  ru: [(word) => normalize(word.toLowerCase(), 'NFC')],
  ar: [arabic],
  he: [hebrew],
  ja: [(word) => normalize(word, 'NFKC')],
  ko: [(word) => normalize(word, 'NFD'), (word) => normalize(word, 'NFC')],
  zh: [simplify, pinyin],
  latin: [latinView],
};
