import type { NameSpan } from '../name-span.ts';

const opening = /^(?:[ \u00a0]?[(（][ \u00a0]?|[=＝])$/u;
const closing = /^(?:[ \u00a0]?[)）]|[=＝、])/u;
const chinese = /^[\u3400-\u9fff々]/u;
const letters = /^\p{Lu}{2,6}$/u;

/** `盧武鉉(ノ・ムヒョン)`, `川村秀=かわむら・ひで=`, `López Obrador (ALO)`: a name in brackets, in other letters or shortened to capitals. */
export const isRenaming = (text: string, before: NameSpan, { start, end }: NameSpan): boolean => {
  if (start - before.end > 3 || !opening.test(text.slice(before.end, start))) return false;
  if (!closing.test(text.slice(end, end + 2))) return false;
  const name = text.slice(start, end);
  return letters.test(name) || scriptOf(name) !== scriptOf(text.slice(before.start, before.end));
};

const scriptOf = (name: string): string => {
  if (chinese.test(name)) return 'Hani';
  if (/^[\u3040-\u30ff]/u.test(name)) return 'Kana';
  return /^\p{Script=Latin}/u.test(name) ? 'Latn' : 'other';
};
