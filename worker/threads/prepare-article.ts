import type { RawArticle } from '../../domain/article.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import type { Acceptance } from '../index/to-document.ts';
import type { Preparation, Prepared } from './messages.ts';

/**
 * One article as its document, or why it has none. A bug that one article brings out is that article's reason to fail,
 * not everybody's.
 *
 * @param makeDocument  may throw whatever it likes
 */
export const prepareArticle = (
  { raw, acceptance }: Preparation,
  makeDocument: (raw: RawArticle, acceptance: Acceptance) => ArticleDocument,
): Prepared => {
  try {
    const { story, ...document } = makeDocument(raw, acceptance);
    const { language, date, signature = [] } = document;
    return { kind: 'document', language, date, story, signature, json: JSON.stringify(document) };
  } catch (error) {
    if (error instanceof RejectedArticle) {
      return { kind: 'rejected', step: 'prepare', reason: error.reason, detail: error.detail };
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'rejected', step: 'prepare', reason: 'internal-error', detail: detail.slice(0, 2000) };
  }
};
