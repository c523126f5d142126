import type { RawArticle } from './article.ts';

/** What the store knows about an article beyond its text. */
export interface Acceptance {
  readonly checksum: string;
  /** Since when readers may see it, ISO instant. */
  readonly received: string;
}

/** One article with everything that its document is made from. */
export interface Preparation {
  readonly raw: RawArticle;
  readonly acceptance: Acceptance;
}
