const toKatakana = 0x60;
const hiragana = /[\u3041-\u3096]/gu;
const katakana = /[\u30a1-\u30f6]/gu;

const moved = (text: string, from: RegExp, by: number): string =>
  text.replace(from, (sign) => String.fromCharCode(sign.charCodeAt(0) + by));

/** Honorifics are written in hiragana: a word サン must not find さん. */
const behindNames: readonly string[] = ['さん', 'くん', 'さま', 'ちゃん'];

/** @returns the text with its kana in katakana and in hiragana, without a form equal to the text itself */
export const kanaSpellings = (text: string): readonly string[] =>
  [moved(text, hiragana, toKatakana), moved(text, katakana, -toKatakana)].filter(
    (spelling) => spelling !== text && !behindNames.includes(spelling),
  );

/** Whether a text is of Japanese kana alone. */
export const isKana = (text: string): boolean => /^[\u3041-\u3096\u30a1-\u30f6\u30fc]+$/u.test(text);
