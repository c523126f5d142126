/** Normalizes compatibility forms, case, Arabic vowels, zero-width characters, dots between characters, and numerals. */
export const normalizer =
  (language: string): ((text: string) => string) =>
  (text) =>
    text
      .normalize('NFKC')
      .toLocaleLowerCase(language)
      .replace(/[\u064b-\u065fـ\u200b-\u200f]/g, '')
      .replace(/(?<=[\p{sc=Hang}\p{sc=Kana}])[·・ㆍ](?=[\p{sc=Hang}])/gu, '')
      .replace(/[一二三四五六七八九]/g, (numeral) => String('一二三四五六七八九'.indexOf(numeral) + 1));

/** Letters without diacritics: a Vietnamese word typed in this way means the word with any marks. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd');
