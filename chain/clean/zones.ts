import type { SourceBlock } from '../../domain/article.ts';
import { isCreditLine } from './credit-lines.ts';
import { furnitureOf } from './furniture.ts';
import type { FoundTitle } from './titles/index.ts';

/** How far above or below the text a credit line may be. */
const NEAR = 12;

/**
 * Gives each block its zone: the title's line, lines of the article other than its text (`credit`), the
 * text, and what is before and after.
 */
export const assignZones = (
  blocks: readonly SourceBlock[],
  chosen: readonly boolean[],
  title: FoundTitle | null,
): readonly SourceBlock[] => {
  const first = chosen.indexOf(true);
  const last = chosen.lastIndexOf(true);
  const head = title?.block ?? null;
  return blocks.map((block, index) => {
    if (index === head) return { ...block, zone: 'title' };
    if (chosen[index]) return { ...block, zone: 'body' };
    const above = first - index;
    const near = index > first || (head !== null && index > head) || above <= NEAR;
    if (near && index < last + NEAR && furnitureOf(block.text) === null && isCreditLine(block))
      return { ...block, zone: 'credit' };
    return { ...block, zone: index < first ? 'before' : 'after' };
  });
};
