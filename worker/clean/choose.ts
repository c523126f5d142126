import type { DecodedArticle } from '../../domain/article.ts';
import { type ExtractorModel, scoreBlocks } from './model/extractor.ts';
import { choosePlainLines } from './plain-lines.ts';

const ENOUGH = 0.5;

/** Which blocks are the article's text: by the trained extractor on pages, by rules where there is no markup. */
export const chooseBlocks = (
  decoded: DecodedArticle,
  title: { readonly text: string; readonly block: number | null } | null,
  model: () => ExtractorModel,
): readonly boolean[] => {
  const { blocks } = decoded;
  if (blocks.every(({ layout }) => layout === undefined))
    return choosePlainLines(blocks, title?.block ?? null);
  const scores = scoreBlocks(decoded, title?.text ?? null, model());
  return blocks.map(({ text }, index) => (scores[index] ?? 0) >= ENOUGH && text !== title?.text);
};
