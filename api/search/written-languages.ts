import { languages } from '../../languages/index.ts';

/** Letters of each script that profiles name (ISO 15924); whatever has no profile may hold any. */
const letters: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Deva: /\p{Script=Devanagari}/u,
  Thai: /\p{Script=Thai}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/u,
  Zyyy: /\p{L}/u,
};

/** Codes of the profiles whose articles may hold words in these letters. */
export const languagesWrittenIn = (text: string): readonly string[] =>
  languages
    .filter(({ scripts }) => scripts.some((script) => (letters[script] ?? /\p{L}/u).test(text)))
    .map(({ code }) => code);
