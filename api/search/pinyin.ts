import { readHan } from '../../authorities/people/matching/han.ts';
import { normalize } from '../../domain/normalize.ts';

/** Characters with another reading as a surname. @see Xinhua Zidian, under each character */
const surnameReadings: Readonly<Record<string, string>> = {
  曾: 'zeng',
  翟: 'zhai',
  单: 'shan',
  單: 'shan',
  解: 'xie',
  仇: 'qiu',
  查: 'zha',
  朴: 'piao',
  区: 'ou',
  區: 'ou',
  盖: 'ge',
  蓋: 'ge',
  乐: 'yue',
  樂: 'yue',
  缪: 'miao',
  繆: 'miao',
  冼: 'xian',
  召: 'shao',
  种: 'chong',
  黑: 'he',
};

const fewest = 2;
const most = 20;

/**
 * A Han name as typed in pinyin, as one word, `u` for ü: `曾庆红` → `zengqinghong`; a foreign name starting at
 * each of its parts, because the surname may be typed alone.
 *
 * @returns empty if it is not a name of only Han characters
 */
export const pinyinsOf = (name: string): readonly string[] => {
  const parts = name.split(/[\s·・‧•]+/u);
  return parts.flatMap((_, from) => pinyinOf(parts.slice(from).join('')) ?? []);
};

/** @returns null if there are characters other than Han, or fewer than 2 or more than 20 */
const pinyinOf = (name: string): string | null => {
  const characters = [...name];
  if (characters.length < fewest || characters.length > most) return null;
  if (!characters.every((character) => /\p{Script=Han}/u.test(character))) return null;
  const [first = '', ...rest] = characters;
  const key = plainLetters(
    (surnameReadings[first] ?? readHan(first, 'mandarin')) + readHan(rest.join(''), 'mandarin'),
  );
  return /^[a-z]+$/.test(key) ? key : null;
};

/**
 * Normalizes typed letters like `pinyinOf`: no tones, spaces, hyphens and apostrophes.
 *
 * @returns null if they cannot be pinyin: letters other than Latin, fewer than 3 or more than 60
 */
export const typedPinyin = (typed: string): string | null => {
  const key = plainLetters(normalize(typed, 'NFD').replace(/[\p{M}\s'’-]/gu, ''));
  return /^[a-z]{3,60}$/.test(key) ? key : null;
};

const plainLetters = (text: string): string => text.toLowerCase().replaceAll('v', 'u');
