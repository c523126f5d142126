import type { SourceBlock, SourceBox } from '../../domain/article.ts';
import type { BlockLook } from './features.ts';

/** Share of a page's good text that the chosen box must hold, before a smaller box is preferred. */
const ENOUGH = 0.82;
const POSITIVE =
  /article-?body|articlebody|story-?(?:body|text|content)|entry-?content|post-?(?:body|content)|article-?(?:content|text)|news-?(?:text|body|content)|(?:^|\s)(?:content|article|story|text)(?:\s|$)/;

/**
 * The innermost box that holds most of the running text.
 *
 * @param good  which blocks are running text and no furniture
 * @returns null where nothing is
 */
export const findContainer = (
  blocks: readonly SourceBlock[],
  looks: readonly BlockLook[],
  good: readonly boolean[],
): SourceBox | null => {
  const weights = new Map<SourceBox, number>();
  let total = 0;
  for (const [at, block] of blocks.entries()) {
    if (!good[at] || !block.layout) continue;
    const weight = looks[at]?.width ?? 0;
    total += weight;
    for (let box: SourceBox | null = block.layout.box; box !== null; box = box.parent) {
      weights.set(box, (weights.get(box) ?? 0) + weight);
    }
  }
  let best: SourceBox | null = null;
  let bestScore = 0;
  for (const [box, weight] of weights) {
    const share = weight / total;
    const score = scoreOf(box, share, directShare(box, weights, weight));
    if (score > bestScore) [best, bestScore] = [box, score];
  }
  return best;
};

/** A box scores by what it holds; one deeper down wins while little is lost by it. */
const scoreOf = (box: SourceBox, share: number, direct: number): number => {
  const named = box.tag === 'article' || POSITIVE.test(box.names) ? 0.06 : 0;
  const depth = Math.min(box.depth, 60) / 400;
  return Math.min(share, ENOUGH + (share - ENOUGH) * 0.5) + depth + named + direct * 0.1;
};

/** How much of a box's text stands in no single smaller box: the parting of the ways is the container. */
const directShare = (box: SourceBox, weights: ReadonlyMap<SourceBox, number>, weight: number): number => {
  let largest = 0;
  for (const [other, size] of weights) if (other.parent === box && size > largest) largest = size;
  return weight === 0 ? 0 : 1 - largest / weight;
};

export const isInside = (block: SourceBlock, container: SourceBox): boolean => {
  for (let box = block.layout?.box ?? null; box !== null; box = box.parent)
    if (box === container) return true;
  return false;
};
