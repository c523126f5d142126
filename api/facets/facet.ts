import type { FacetWords } from '../messages/interface-language.ts';
import type { Lookup } from './lookup.ts';

/**
 * One facet of names: parameter, filter, count, label, field of the query language and what it is called, in one file
 * each, listed in `index.ts`.
 */
export interface NameFacet {
  /** Of the parameter, of the facet and of the field in a query: `person=`, `facets=person`, `person:`. */
  readonly name: string;
  /** Of the index, a keyword. */
  readonly field: string;
  /** Whether an article may have several values. */
  readonly several: boolean;
  /** Of the parameter, for OpenAPI. */
  readonly description: string;
  /** Ids that a name may mean, in any script; none if nobody is known by it. Is never asked for an id. */
  readonly find: (name: string, authorities: Lookup) => readonly string[];
  /** Whether `find` is asked for ids of people, too: articles carry something else for them. */
  readonly findsIds?: true;
  /** What articles carry today for an id that was merged into another. */
  readonly follow?: (id: string, authorities: Lookup) => string;
  /** What articles carry for a name that no record has. */
  readonly unrecorded: (name: string) => string;
  /** Articles carry printed names of what has no record, in any letter case; under which they are counted. */
  readonly printed?: 'agency' | 'place';
  readonly label: (id: string, language: string, authorities: Lookup) => string;
  /** What it is called in each language of the interface whose own file does not say so. */
  readonly words?: Readonly<Record<string, FacetWords>>;
}
