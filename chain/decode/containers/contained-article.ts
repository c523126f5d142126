import type { RawInput } from '../../../domain/article.ts';

/** One article out of a file of many. */
export interface ContainedArticle {
  /** An id that the container gives, to be put behind the import's namespace. */
  readonly suggestedId?: string;
  readonly input: RawInput;
}
