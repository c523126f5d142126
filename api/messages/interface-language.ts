import type { ExpectationKind } from '../../domain/expectation.ts';
import type { PageMessages } from './page-messages.ts';
import type { SearchMessages } from './search-messages.ts';
import type { SiteMessages } from './site-messages.ts';

/** One interface language: a file each, listed in `index.ts`. The API, the pages and the search box use it. */
export interface InterfaceLanguage {
  /** ISO 639, with the script if the interface has the language in another script too: `zh-Hant`. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** For numbers and dates, if the code alone would give other digits or another calendar; default: the code. */
  readonly locale?: string;
  /** Between the parts of a description. */
  readonly comma: string;
  /** Whether `12 articles about …` is one phrase; otherwise a comma separates the two. */
  readonly flows: boolean;
  /** Names of facets; a later facet may bring its names itself. `api/facets/words.ts` reports missing ones. */
  readonly facets: Readonly<Record<string, FacetWords>>;
  readonly search: SearchMessages;
  /** What a query should have had, each as a text after "Expected:"; `{}` is replaced by a value. */
  readonly expected: Readonly<Record<ExpectationKind, string>>;
  readonly page: PageMessages;
  readonly site: SiteMessages;
  readonly box: BoxMessages;
}

export interface FacetWords {
  /** Above the list of its values. */
  readonly title: string;
  /** A filter in a description; stands alone between commas. */
  readonly phrase: (names: string) => string;
}

/** Texts of the search box only; short, because every page with a box loads them in all languages. */
export interface BoxMessages {
  readonly articles: string;
  /** For screen readers; followed by a colon and the number. */
  readonly suggestions: string;
  readonly none: string;
  /** Follows `none` if the API does not answer: what still works. Short, because every page with a box loads it. */
  readonly failed: string;
}
