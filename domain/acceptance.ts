import type { RawArticle } from './article.ts';

/** What the store knows about an article beyond its text. */
export interface Acceptance {
  readonly checksum: string;
  /** Since when readers may see it, ISO instant. */
  readonly received: string;
}

/** An article with everything that its document is built from. */
export interface Preparation {
  readonly raw: RawArticle;
  readonly acceptance: Acceptance;
}
