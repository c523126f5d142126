/** Signs as Chinese, Japanese, Russian, Arabic, French and German keyboards write them. */

/** Opening quote → what closes it. */
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
/** Punctuation, wherever it stands: `—then` in a headline excludes nothing. */
const dashes = '–—―‒﹘';
export const stars = '*＊﹡٭';
export const equals = '=＝';
export const colons = ':：﹕';

/** Full-width letters and signs as plain ones, digits of Arabic and Persian keyboards as Western ones. */
export const plainSigns = (text: string): string =>
  text.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

export const isSpace = (sign: string): boolean =>
  /^\s$/u.test(sign) || sign === '\u200b' || sign === '\ufeff';

export const isDash = (sign: string): boolean => dashes.includes(sign);

const closingMarks = [...quotes.values()].join('');
export const isMark = (sign: string): boolean => quotes.has(sign) || closingMarks.includes(sign);

/** A straight quote between Hebrew letters belongs to the word, as in abbreviations. */
export const isGershayim = (text: string, at: number): boolean =>
  text[at] === '"' && isHebrew(text[at - 1]) && isHebrew(text[at + 1]);

const isHebrew = (sign: string | undefined): boolean => sign !== undefined && /\p{Script=Hebrew}/u.test(sign);

/** Whether there is anything in it that an analyzer could index. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Nothing but words: whoever writes operators or marks says what they mean. */
export const isPlain = (text: string): boolean => /^[\p{L}\p{N}\p{M}\s'’.-]+$/u.test(text);
