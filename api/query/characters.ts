import { normalize } from '../../domain/normalize.ts';

/** Characters of query syntax as Chinese, Japanese, Russian, Arabic, French and German keyboards type them. */

/** Opening quote → closing quote. */
export const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"“”„‟＂'],
  ['＂', '"“”＂'],
  ['“', '"“”'],
  ['”', '"“”'],
  ['„', '"“”„‟'],
  ['‟', '"“”‟'],
  ['«', '»'],
  ['»', '«»'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['〝', '〞〟'],
  ['‹', '›'],
  ['›', '‹›'],
  ['｢', '｣'],
  ['〈', '〉'],
]);

export const openings = '(（';
export const closings = ')）';
export const minuses = '-－−﹣';
/** Always punctuation: `—then` in a headline does not exclude a word. */
const dashes = '–—―‒﹘';
export const stars = '*＊﹡٭';
export const equals = '=＝';
export const colons = ':：﹕';

/** Full-width letters and symbols as plain ones, digits of Arabic and Persian keyboards as Western ones. */
export const plainCharacters = (text: string): string =>
  normalize(text, 'NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

export const isSpace = (character: string): boolean =>
  /^\s$/u.test(character) || character === '\u200b' || character === '\ufeff';

export const isDash = (character: string): boolean => dashes.includes(character);

const closingMarks = [...quotes.values()].join('');
export const isMark = (character: string): boolean =>
  quotes.has(character) || closingMarks.includes(character);

/** A straight quote between Hebrew letters belongs to the word, as in abbreviations. */
export const isGershayim = (text: string, at: number): boolean =>
  text[at] === '"' && isHebrew(text[at - 1]) && isHebrew(text[at + 1]);

const isHebrew = (character: string | undefined): boolean =>
  character !== undefined && /\p{Script=Hebrew}/u.test(character);

/** Whether a text contains anything that an analyzer indexes. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Whether a text is only words. A user who writes operators or quotation marks has said what they mean. */
export const isPlain = (text: string): boolean => /^[\p{L}\p{N}\p{M}\s'’.-]+$/u.test(text);
