import type { Preparation } from '../domain/acceptance.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { RejectedArticle } from '../domain/errors.ts';
import { openDocument } from './open/index.ts';
import { isReadyMade, readReadyMade } from './ready-made.ts';

/**
 * The result for an article: its document as JSON without `story`, so that it is serialized once and never parsed.
 * The story is found by the signature, unless it is given.
 */
export type Prepared =
  | ({ readonly kind: 'document'; readonly json: string } & StoryFacts)
  | { readonly kind: 'rejected'; readonly step: string; readonly reason: string; readonly detail: string };

interface StoryFacts {
  readonly language: string;
  readonly date: string | null;
  readonly story: string;
  /** Empty if the story is given, or if the text is too short to judge. */
  readonly signature: readonly string[];
}

/**
 * The document of one article, or the reason why there is none. An unexpected error makes only this article fail, not the
 * others.
 *
 * @param makeDocument  may throw any error
 */
const prepareArticle = (
  article: Preparation,
  makeDocument: (article: Preparation) => ArticleDocument,
): Prepared => {
  try {
    const { story, ...document } = makeDocument(article);
    const { language, date, signature = [] } = document;
    return { kind: 'document', language, date, story, signature, json: JSON.stringify(document) };
  } catch (error) {
    return rejectionOf(error);
  }
};

const rejectionOf = (error: unknown): Prepared => {
  if (error instanceof RejectedArticle)
    return { kind: 'rejected', step: 'prepare', reason: error.reason, detail: error.detail };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'rejected', step: 'prepare', reason: 'internal-error', detail: detail.slice(0, 2000) };
};

/** Opening a document such as PDF, and all else. */
export type PreparationStep = 'open' | 'make';

/** The same of any input: documents such as PDF are opened first. Tells each step before it begins. Never throws. */
export const prepareInput = async (
  article: Preparation,
  makeDocument: (article: Preparation) => ArticleDocument,
  onStep: (step: PreparationStep) => void = () => {},
): Promise<Prepared> => {
  try {
    const raw = await openDocument(article.raw, () => onStep('open'));
    onStep('make');
    return prepareArticle({ ...article, raw }, makeDocument);
  } catch (error) {
    return rejectionOf(error);
  }
};

/** A ready-made document needs no thread: transferring it costs more than parsing it. */
export const prepareReadyMade = (article: Preparation): Prepared | null =>
  isReadyMade(article.raw)
    ? prepareArticle(article, ({ raw, acceptance }) => readReadyMade(raw, acceptance))
    : null;

/** The complete document, once its story is known. */
export const withStory = (json: string, story: string): string =>
  `${json.slice(0, -1)},"story":${JSON.stringify(story)}}`;
