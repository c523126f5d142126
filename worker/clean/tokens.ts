const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}]+/gu;

/** Words in lower case; each Chinese, Japanese or Korean character is one. */
export const tokensOf = (text: string): readonly string[] =>
  text.normalize('NFC').toLowerCase().match(TOKEN) ?? [];

/** Scripts that part no words; the mean length of theirs, with its signs, is about this. */
const UNPARTED = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNPARTED_WORD = 4;

/** About how many words a text has, in scripts without spaces too. */
export const wordCount = (text: string): number =>
  tokensOf(text).reduce(
    (sum, token) => sum + (UNPARTED.test(token) ? Math.ceil(token.length / UNPARTED_WORD) : 1),
    0,
  );
