import type { DecodedArticle } from '../../domain/article.ts';

/** Which blocks are the article's text. */
export const chooseBlocks = ({ blocks }: DecodedArticle, title: string | null): readonly boolean[] =>
  blocks.map(({ text, linkDensity }) => text !== title && text.length > 80 && linkDensity < 0.3);
