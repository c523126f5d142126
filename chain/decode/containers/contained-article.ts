import type { RawInput } from '../../../domain/article.ts';
import type { Order } from '../../../domain/submission.ts';

/** One article out of a file of many. */
export interface ContainedArticle {
  /** The article's id, where the one that it bears itself is also that of another. */
  readonly suggestedId?: string;
  /** Where the container tells it, and not the article. */
  readonly order?: Order;
  readonly input: RawInput;
}
