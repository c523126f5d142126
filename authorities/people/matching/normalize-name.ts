import { normalize } from '../../../domain/normalize.ts';
import { foldHomoglyphs } from './homoglyphs.ts';

/** Longer names match no person: this bounds the cost of matching. */
export const longestName = 200;

/**
 * The tokens of a name in the form that names are compared in: one case, no accents, no vowel points, no
 * invisible characters, hyphens and dots as spaces, look-alikes of another script corrected.
 *
 * @param name any script
 * @returns lower-case tokens in printed order; empty if nothing is left, or over 200 characters
 */
export const nameTokens = (name: string): readonly string[] => {
  if (name.length > longestName) return [];
  const plain = normalize(name, 'NFKC').replace(/[\p{Cf}\p{Cc}]/gu, '');
  // One character may stand for eighteen.
  if (plain.length > longestName) return [];
  return plain
    .replace(/[‘’ʻʼʿʾ'`´ʹʺ"“”«»]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}ー]+/u)
    .map((token) => foldScript(foldHomoglyphs(token)))
    .filter((token) => token !== '');
};

/** Tokens joined by spaces: what `name:` ids are made of. */
export const normalizeName = (name: string): string => nameTokens(name).join(' ');

/** Letters that have no decomposition. */
const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'a',
  ŋ: 'ng',
  ħ: 'h',
  ŧ: 't',
};

const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ء: '',
  ـ: '',
  ڤ: 'ف',
  گ: 'ك',
  ݣ: 'ك',
  ڭ: 'ك',
  پ: 'ب',
  چ: 'تش',
  ژ: 'ج',
};

/** Begins the id of a name without a record. */
export const OF_NAME = 'name:';

const foldScript = (token: string): string => {
  const lower = token.toLowerCase();
  if (/\p{Script=Arabic}/u.test(lower))
    return lower.replace(/\p{M}/gu, '').replace(/./gu, (letter) => arabicLetters[letter] ?? letter);
  if (/\p{Script=Cyrillic}/u.test(lower))
    return normalize(normalize(lower, 'NFD').replace(/(?<!и)\u0306|\u0301|\u0300/gu, ''), 'NFC').replaceAll(
      'ё',
      'е',
    );
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(lower)) return toKatakana(lower);
  if (/\p{Script=Hangul}|\p{Script=Han}/u.test(lower)) return normalize(lower, 'NFC');
  if (/\p{Script=Devanagari}|\p{Script=Thai}|\p{Script=Bengali}|\p{Script=Tamil}/u.test(lower))
    return normalize(lower, 'NFC');
  return normalize(lower, 'NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıəŋħŧ]/gu, (letter) => latinLetters[letter] ?? letter)
    .replaceAll('ς', 'σ');
};

const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60));
