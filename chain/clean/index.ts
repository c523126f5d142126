import type { CleanArticle, DecodedArticle, Paragraph, SourceBlock } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { chooseBlocks } from './choose.ts';
import { givenText } from './given-text.ts';
import { type ExtractorModel, shippedExtractor } from './model/extractor.ts';
import { refusalOf } from './not-an-article.ts';
import { paragraphsOf } from './paragraphs.ts';
import { statedBody } from './stated-body.ts';
import { findTitle } from './titles/index.ts';
import { shippedTitleWeights, type TitleWeights } from './titles/rank.ts';
import { assignZones } from './zones.ts';

/**
 * The article's text and nothing else; everything around it is kept separately, in blocks with their zones.
 * A body that the sender gave is used unchanged.
 *
 * @throws {RejectedArticle} `empty`, `not-an-article` or `paywall` if no article's text is found
 */
export const cleanArticle = (
  decoded: DecodedArticle,
  model: () => ExtractorModel = shippedExtractor,
  titles: () => TitleWeights = shippedTitleWeights,
): CleanArticle => {
  const { given } = decoded;
  if (given.body !== undefined) {
    const { title, paragraphs } = givenText(given);
    return build(decoded, decoded.blocks, title ?? findTitle(decoded, titles)?.text ?? null, paragraphs);
  }
  const title = findTitle(decoded, titles);
  // Agency formats say which paragraphs are the text.
  if (decoded.blocks.some(({ zone }) => zone === 'body'))
    return build(decoded, decoded.blocks, title?.text ?? null, paragraphsOf(decoded.blocks));
  const chosen = chooseBlocks(decoded, title, model);
  const blocks = assignZones(decoded.blocks, chosen, title);
  const paragraphs = paragraphsOf(blocks);
  const stated = statedBody(decoded.statements, paragraphs);
  if (stated !== null) return build(decoded, blocks, title?.text ?? null, stated);
  if (paragraphs.length === 0) throw new RejectedArticle('not-an-article', 'no running text was found');
  const refusal = refusalOf(
    decoded,
    blocks.filter(({ zone }) => zone === 'body'),
  );
  if (refusal !== null) throw new RejectedArticle(refusal.reason, refusal.detail);
  return build(decoded, blocks, title?.text ?? null, paragraphs);
};

const build = (
  { id, revision, given, format, url, statements }: DecodedArticle,
  blocks: readonly SourceBlock[],
  title: string | null,
  paragraphs: readonly Paragraph[],
): CleanArticle => ({ id, revision, given, format, url, statements, blocks, title, paragraphs });
