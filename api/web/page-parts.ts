import type { PageMessages } from '../messages/page-messages.ts';
import type { SiteMessages } from '../messages/site-messages.ts';
import type { WebAssets } from './assets.ts';
import type { Markup } from './markup.ts';

/** Data of a request that every page needs. */
export interface PageContext {
  readonly language: string;
  /** For dates: the language, with the reader's region if it writes dates differently. */
  readonly locale: string;
  readonly messages: PageMessages;
  readonly site: SiteMessages;
  readonly assets: WebAssets;
  /** `https://search.example`, without a slash at the end; empty if links are relative. */
  readonly origin: string;
  /** Of this page. */
  readonly path: string;
  /** The parameters of this page, as given. */
  readonly query: URLSearchParams;
  readonly now: Date;
  /** Whether readers can follow a search by e-mail. */
  readonly mails: boolean;
}

/** Parameters of a search that its links repeat. */
export type Kept = readonly (readonly [string, string])[];

export interface PageParts {
  readonly title: string;
  readonly main: Markup;
  /** Search pages are endless for crawlers; articles and persons are not. */
  readonly indexed: boolean;
  /** Absolute. */
  readonly canonical?: string;
  readonly feeds?: Readonly<Record<string, string>>;
  readonly q?: string;
  /** Filters that a new search keeps. */
  readonly kept?: Kept;
  readonly description?: string;
  /** The same in every language of the interface. */
  readonly translated?: boolean;
  readonly article?: ArticleMetadata;
}

/** Data of an article for Open Graph and schema.org. */
export interface ArticleMetadata {
  readonly title: string;
  readonly language: string;
  readonly published: string | null;
  readonly updated: string | null;
  readonly source: string;
  readonly authors: readonly string[];
  readonly url: string | null;
}
