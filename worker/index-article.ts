import { cleanArticle } from '../chain/clean/index.ts';
import { decode } from '../chain/decode/index.ts';
import { type Enrichers, enrich } from '../chain/enrich/index.ts';
import type { RawArticle } from '../domain/article.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { isReadyMade, readReadyMade } from './index/ready-made.ts';
import { type Acceptance, toDocument } from './index/to-document.ts';

/**
 * The whole way of an article from its input to its search document.
 *
 * @throws {RejectedArticle} when it is no article, or not one that can be read
 */
export const indexArticle = (
  raw: RawArticle,
  acceptance: Acceptance,
  enrichers: Enrichers,
): ArticleDocument => {
  if (isReadyMade(raw)) return readReadyMade(raw, acceptance);
  const decoded = decode(raw);
  const clean = cleanArticle(decoded);
  const enriched = enrich(clean, enrichers);
  return toDocument(enriched, acceptance, enrichers);
};
