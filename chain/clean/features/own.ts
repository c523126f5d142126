import { isCreditLine } from '../credit-lines.ts';
import { furnitureOf } from '../furniture.ts';
import { countCharacters } from './characters.ts';
import type { MeasuredBlock, MeasuredPage } from './page.ts';

const overlap = (tokens: readonly string[], words: ReadonlySet<string>): number => {
  if (words.size === 0 || tokens.length === 0) return -1;
  let shared = 0;
  for (const token of tokens) if (words.has(token)) shared += 1;
  return shared / tokens.length;
};
const coverage = (tokens: readonly string[], words: ReadonlySet<string>): number => {
  if (words.size === 0) return -1;
  const covered = new Set<string>();
  for (const token of tokens) if (words.has(token)) covered.add(token);
  return covered.size / words.size;
};

/** Adds the features of a block's own text and element to its row. */
export const writeOwnFeatures = (
  { block, tokens }: MeasuredBlock,
  page: MeasuredPage,
  seen: number,
  row: number[],
): void => {
  const { text, layout } = block;
  const length = Math.max(1, text.length);
  const furniture = furnitureOf(text);
  const { ends, commas, digits, capitals, separators } = countCharacters(text);
  row.push(
    Math.log1p(tokens.length),
    Math.log1p(text.length),
    block.linkDensity,
    layout?.links ?? 0,
    ends,
    commas / Math.max(1, tokens.length),
    digits / length,
    capitals / length,
    separators / length,
    ENDED.test(text) ? 1 : 0,
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
    ADDRESS.test(text) ? 1 : 0,
  );
};

const ENDED = /[.!?…。！？।؟"”»」』]$/u;
const ADDRESS = /https?:\/\/|www\.|@/;

/** How many of a block's words are in the stated body, contiguously; −1 if the page states none. */
const statedLength = (tokens: readonly string[], statedBody: string): number => {
  if (statedBody === '') return -1;
  return statedBody.includes(tokens.join(' ')) ? Math.min(tokens.length, 20) : 0;
};
