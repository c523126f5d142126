import { readBox, readChinese } from './boxes.ts';
import { furthest, type Split, splitAtDash, splitAtStop } from './ends.ts';
import type { HeadContext } from './head.ts';
import { readPrefix } from './prefix.ts';

/** Reads the dateline at the beginning of a paragraph; `null` if it opens with its text. */
export const splitText = (text: string, context: HeadContext): Split | null => {
  const boxed = readChinese(text, context) ?? readBox(text, context);
  if (boxed) return boxed;
  const ended = splitAtDash(text, context) ?? splitAtStop(text, context);
  const named = readPrefix(text.slice(0, furthest), context);
  return named && named.length > (ended?.length ?? 0) ? named : ended;
};
