import type { RawArticle } from '../../domain/article.ts';
import type { Acceptance } from '../index/to-document.ts';

/** One article on its way into a thread. */
export interface Preparation {
  readonly raw: RawArticle;
  readonly acceptance: Acceptance;
}

/**
 * What a thread makes of an article: its document as JSON but for `story`, so that it is written out once and parsed
 * never. A story is found by the signature; one that is given stands.
 */
export type Prepared =
  | ({ readonly kind: 'document'; readonly json: string } & StoryFacts)
  | { readonly kind: 'rejected'; readonly step: string; readonly reason: string; readonly detail: string };

export type ToThread = { readonly articles: readonly Preparation[] };
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'prepared'; readonly prepared: readonly Prepared[]; readonly cpuMs: number };

interface StoryFacts {
  readonly language: string;
  readonly date: string | null;
  readonly story: string;
  /** Empty where the story is given, or the text too short to judge. */
  readonly signature: readonly string[];
}
