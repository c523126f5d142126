import type { Acceptance } from '../domain/acceptance.ts';
import type { RawArticle } from '../domain/article.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { cleanArticle } from './clean/index.ts';
import { decode } from './decode/index.ts';
import { type Enrichers, enrich } from './enrich/index.ts';
import { isReadyMade, readReadyMade } from './ready-made.ts';
import { toDocument } from './to-document.ts';

/**
 * All steps from an input to its search document.
 *
 * @throws {RejectedArticle} if the input is not an article, or cannot be read
 */
export const makeDocument = (
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
