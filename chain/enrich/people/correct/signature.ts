import type { NameSpan } from '../name-span.ts';

const longestEnd = 40;
const initials = /(?:[\s.]|^)(\p{Script=Arabic}(?: \p{Script=Arabic}){1,3})\s*$/u;

/** The writer's initials that end an agency's text in Arabic: letters that stand alone, which no words do. */
export const findSignature = (text: string): NameSpan[] => {
  const from = Math.max(0, text.length - longestEnd);
  const found = initials.exec(text.slice(from));
  const letters = found?.[1];
  if (!found || !letters) return [];
  const start = from + found.index + found[0].indexOf(letters);
  return [{ start, end: start + letters.length }];
};
