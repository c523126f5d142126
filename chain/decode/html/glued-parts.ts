import { commonFrame, type Frame } from './boxes.ts';

/** `Autor:`, `来源：`, `Дата публикации :`: the beginning of a part of a credit line. */
const LABEL = /^[\p{L}\p{M}][\p{L}\p{M}\p{Zs}]{0,24}?\s?[:：]/u;
const DATE = /^(?:\d{4}\s?[-./年]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})/u;
/** `10:00`, `2024-03-05`, `05.03.2024`: letters directly after these are another part. */
const CLOCK_OR_DATE = /(?:\d:\d{2}|\d[-./]\d{1,4}|日)$/u;
const BRACKET = /^[【〔〖[|｜]/u;
const OPEN_END = /[\p{Ps}\p{Pi}/:：-]$/u;

/** On separate lines, by a space, or not at all. */
export type Parting = 'line' | 'space' | 'none';

/**
 * How a reader sees two pieces of a line separated that only markup and its style separate. Markup also occurs in the
 * middle of words (`<b>T</b>he`), so only parts of credits count.
 *
 * @param apart  the pieces are in sibling elements, not one in the other
 */
export const partingOf = (before: string, text: string, { apart }: { apart: boolean }): Parting => {
  if (/\s$/u.test(before) || /^\s/u.test(text) || before.length < 2) return 'none';
  const opens = LABEL.test(text) || DATE.test(text);
  const opened = LABEL.test(before) || DATE.test(before);
  if (opens) {
    if (OPEN_END.test(before)) return 'none';
    return apart && opened ? 'line' : 'space';
  }
  if (/^\p{L}/u.test(text) && CLOCK_OR_DATE.test(before)) return 'space';
  if (!apart) return 'none';
  return BRACKET.test(text) || (opened && /^[\p{L}\p{N}]/u.test(text) && !OPEN_END.test(before))
    ? 'space'
    : 'none';
};

/** Whether two elements are siblings. */
export const isApart = (left: Frame, right: Frame): boolean => {
  const common = commonFrame(left, right);
  return common !== left && common !== right;
};
