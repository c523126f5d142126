import type { SourceBlock } from '../../domain/article.ts';
import { lookAt } from './features.ts';
import { isLegalLine, isMenuLine, isRelatedLine } from './furniture.ts';

/**
 * Which lines of a plain text are the article: from the first line of running text to the last, before the
 * page's legal lines begin. A text without any running text is taken whole.
 */
export const findTextBody = (blocks: readonly SourceBlock[]): readonly boolean[] => {
  const prose = blocks.map((block) => lookAt(block).prose && !isLegalLine(block));
  const first = prose.indexOf(true);
  if (first < 0) return blocks.map((block, at) => at > 0 && !isMenuLine(block) && !isLegalLine(block));
  const end = endOfText(blocks, first);
  const last = prose.lastIndexOf(true, end - 1);
  return blocks.map(
    (block, at) => at >= first && at <= Math.max(last, first) && !isMenuLine(block) && !isRelatedLine(block),
  );
};

/** Legal lines and lists of other articles close a page; what looks like text behind them is theirs. */
const endOfText = (blocks: readonly SourceBlock[], first: number): number => {
  for (let at = first + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block && (isLegalLine(block) || isRelatedLine(block))) return at;
  }
  return blocks.length;
};
