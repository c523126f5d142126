import type { SourceBlock } from '../../domain/article.ts';
import { isCreditLine } from './credit-lines.ts';
import { furnitureOf } from './furniture.ts';
import { tokensOf } from './tokens.ts';

const SENTENCE = /[.!?…。！？।؟"”»」』)]$/u;

/**
 * Which lines of a text without markup are its body: from the first sentence to the last one before the page's
 * footer, without credit lines and boilerplate.
 *
 * @param title index of the title's line
 */
export const choosePlainLines = (
  blocks: readonly SourceBlock[],
  title: number | null,
): readonly boolean[] => {
  const kinds = blocks.map((block) => lineKind(block));
  const first = kinds.findIndex((kind, index) => kind === 'sentence' && index > (title ?? -1));
  const start = first < 0 ? (title ?? -1) + 1 : first;
  const foot = footOf(kinds, start);
  return kinds.map(
    (kind, index) => index >= start && index < foot && (kind === 'sentence' || kind === 'short'),
  );
};

type LineKind = 'sentence' | 'short' | 'credit' | 'furniture' | 'legal';

/** Sentences of an article about copyright or a register are longer than boilerplate lines, and have no © sign. */
const LONG = 30;

const lineKind = (block: SourceBlock): LineKind => {
  const furniture = furnitureOf(block.text);
  const words = tokensOf(block.text).length;
  const legal =
    furniture === 'legal' && (words < LONG || !SENTENCE.test(block.text) || block.text.includes('©'));
  if (legal) return 'legal';
  if (furniture !== null && furniture !== 'legal') return 'furniture';
  if (words < 40 && isCreditLine(block)) return 'credit';
  return words >= 25 || (words >= 8 && SENTENCE.test(block.text)) ? 'sentence' : 'short';
};

/** Where the footer starts: at the first legal line after half of the sentences, or after the last sentence. */
const footOf = (kinds: readonly LineKind[], start: number): number => {
  const sentences = kinds.filter((kind, index) => kind === 'sentence' && index >= start).length;
  let seen = 0;
  let end = start + 1;
  for (let index = start; index < kinds.length; index += 1) {
    if (kinds[index] === 'sentence') {
      seen += 1;
      end = index + 1;
    } else if (kinds[index] === 'legal' && seen * 2 >= sentences) return trimmed(kinds, start, index);
  }
  return sentences === 0 ? kinds.length : end;
};

/** Short lines right above the footer belong to it, such as links of a menu. */
const trimmed = (kinds: readonly LineKind[], start: number, foot: number): number => {
  let end = foot;
  while (end > start + 1 && kinds[end - 1] !== 'sentence') end -= 1;
  return end;
};
