import type { RawInput } from '../../../domain/article.ts';
import type { Order } from '../../../domain/submission.ts';

/** One article of a file with many. */
export interface ContainedArticle {
  /** The article's id, if its own id is also that of another article. */
  readonly suggestedId?: string;
  /** If the container states it, and not the article. */
  readonly order?: Order;
  readonly input: RawInput;
}
