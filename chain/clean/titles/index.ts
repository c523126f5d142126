import type { DecodedArticle, SourceBlock } from '../../../domain/article.ts';
import { tokensOf } from '../tokens.ts';
import { findPlainTitle } from './plain-title.ts';
import { rankTitles, shippedTitleWeights, type TitleWeights } from './rank.ts';

export interface FoundTitle {
  readonly text: string;
  /** Index of the block that shows it, if one does. */
  readonly block: number | null;
}

/** The article's headline without the site's name, or `null`. */
export const findTitle = (
  decoded: DecodedArticle,
  weights: () => TitleWeights = shippedTitleWeights,
): FoundTitle | null => {
  const { given, blocks } = decoded;
  if (given.title) return { text: given.title, block: findBlock(blocks, given.title) };
  if (blocks.some(({ layout }) => layout !== undefined) || decoded.statements.length > 0) {
    const text = rankTitles(decoded, weights());
    return text === null ? null : { text, block: findBlock(blocks, text) };
  }
  const index = findPlainTitle(blocks);
  return index < 0 ? null : { text: blocks[index]?.text ?? '', block: index };
};

const findBlock = (blocks: readonly SourceBlock[], title: string): number | null => {
  const wanted = tokensOf(title).join(' ');
  let best: number | null = null;
  for (const [index, { text, tag }] of blocks.entries()) {
    if (Math.abs(text.length - title.length) > 20 || tokensOf(text).join(' ') !== wanted) continue;
    if (tag === 'h1') return index;
    best ??= index;
  }
  return best;
};
