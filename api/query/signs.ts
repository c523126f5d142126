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
export const minuses = '-－−﹣–—';
export const stars = '*＊﹡٭';
export const equals = '=＝';
export const colons = ':：﹕';

/** Full-width letters and signs as plain ones, digits of Arabic and Persian keyboards as Western ones. */
export const plainSigns = (text: string): string =>
  text.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

export const isSpace = (sign: string): boolean =>
  /^\s$/u.test(sign) || sign === '\u200b' || sign === '\ufeff';

/** Whether there is anything in it that an analyzer could index. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Nothing but words: whoever writes operators or marks says what they mean. */
export const isPlain = (text: string): boolean => /^[\p{L}\p{N}\p{M}\s'’.-]+$/u.test(text);
