import type { ExpectationKind } from '../../domain/expectation.ts';
import type { PageMessages } from './page-messages.ts';
import type { SearchMessages } from './search-messages.ts';
import type { SiteMessages } from './site-messages.ts';

/** One language of the interface: a file each, listed in `index.ts`. The API, the pages and the search box read it. */
export interface InterfaceLanguage {
  /** ISO 639, with the script where the interface speaks the language in another one too: `zh-Hant`. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** For numbers and dates, where the code alone would give other digits or another calendar; default the code. */
  readonly locale?: string;
  /** Between the parts of a description. */
  readonly comma: string;
  /** Whether `12 articles about …` is one phrase; otherwise a comma separates the two. */
  readonly flows: boolean;
  /** Facets by name; a later facet may bring its words itself. `api/facets/words.ts` names what is missing. */
  readonly facets: Readonly<Record<string, FacetWords>>;
  readonly search: SearchMessages;
  /** What a query should have had, each in words that follow "Expected:"; `{}` stands for the value of the case. */
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

/** What only the search box says; short, since every page that shows a box loads it in all languages. */
export interface BoxMessages {
  readonly articles: string;
  /** Announced; followed by a colon and the number. */
  readonly suggestions: string;
  readonly none: string;
  /** Follows `none`, where nothing answers: what still works. Short, as every page with a box loads it. */
  readonly failed: string;
}
