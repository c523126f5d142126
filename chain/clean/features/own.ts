import { isCreditLine } from '../credit-lines.ts';
import { furnitureOf } from '../furniture.ts';
import type { MeasuredBlock, MeasuredPage } from './page.ts';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const overlap = (tokens: readonly string[], words: ReadonlySet<string>): number =>
  words.size === 0 || tokens.length === 0
    ? -1
    : tokens.filter((token) => words.has(token)).length / tokens.length;
const coverage = (tokens: readonly string[], words: ReadonlySet<string>): number => {
  if (words.size === 0) return -1;
  const own = new Set(tokens);
  return [...words].filter((word) => own.has(word)).length / words.size;
};

/** Features of a block's own text and element. */
export const ownFeatures = (
  { block, tokens }: MeasuredBlock,
  page: MeasuredPage,
  seen: number,
): readonly number[] => {
  const { text, layout } = block;
  const length = Math.max(1, text.length);
  const furniture = furnitureOf(text);
  return [
    Math.log1p(tokens.length),
    Math.log1p(text.length),
    block.linkDensity,
    layout?.links ?? 0,
    count(text, /[.!?…。！？।؟]/gu),
    count(text, /[,،、，;；]/gu) / Math.max(1, tokens.length),
    count(text, /\p{Nd}/gu) / length,
    count(text, /\p{Lu}/gu) / length,
    count(text, /[|•·»«›‹/\\:©→<>[\]{}]/gu) / length,
    /[.!?…。！？।؟"”»」』]$/u.test(text) ? 1 : 0,
    layout?.emphasis ?? 0,
    layout?.continues ? 1 : 0,
    layout?.box.hidden ? 1 : 0,
    seen,
    overlap(tokens, page.title),
    coverage(tokens, page.title),
    overlap(tokens, page.description),
    coverage(tokens, page.description),
    statedLength(tokens, page.statedBody),
    furniture === 'menu' ? 1 : 0,
    furniture === 'legal' ? 1 : 0,
    furniture === 'related' ? 1 : 0,
    isCreditLine(block) ? 1 : 0,
    block.datetimes.length,
    /https?:\/\/|www\.|@/.test(text) ? 1 : 0,
  ];
};

/** How many of a block's words are in the stated body, contiguously; −1 if the page states none. */
const statedLength = (tokens: readonly string[], statedBody: string): number => {
  if (statedBody === '') return -1;
  return statedBody.includes(tokens.join(' ')) ? Math.min(tokens.length, 20) : 0;
};
