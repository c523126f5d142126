import type { LoggedEdit } from '../../authorities/people/edited.ts';
import type { RawArticle } from '../../domain/article.ts';
import type { TableBuffers } from '../../domain/shared-tables.ts';
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

/** What a thread is started with. */
export interface ThreadData {
  readonly tables: TableBuffers;
  /** File of the persons' table; null for the shipped ones. */
  readonly peopleTable: string | null;
  /** The log of edits to persons, as far as it has been read. */
  readonly edits: readonly LoggedEdit[];
}

export type ToThread =
  | { readonly kind: 'articles'; readonly articles: readonly Preparation[] }
  /** In force for the articles that are sent after it. */
  | { readonly kind: 'edits'; readonly edits: readonly LoggedEdit[] };
export type FromThread =
  /** With all tables that the thread reads, for the threads that start after it. */
  | { readonly kind: 'ready'; readonly tables: TableBuffers }
  | { readonly kind: 'prepared'; readonly prepared: readonly Prepared[]; readonly cpuMs: number };

interface StoryFacts {
  readonly language: string;
  readonly date: string | null;
  readonly story: string;
  /** Empty where the story is given, or the text too short to judge. */
  readonly signature: readonly string[];
}
