const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}]+/gu;

/** Words in lower case; each Chinese, Japanese or Korean character is one. */
export const tokensOf = (text: string): readonly string[] =>
  text.normalize('NFC').toLowerCase().match(TOKEN) ?? [];
