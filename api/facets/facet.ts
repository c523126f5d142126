import type { FacetWords } from '../messages/interface-language.ts';
import type { Lookup } from './lookup.ts';

/**
 * One facet of names: parameter, filter, count, label, field of the query language and its name for readers, in one file
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
  /** Ids that a name may mean, in any script; none if the name is unknown. Never called with an id. */
  readonly find: (name: string, authorities: Lookup) => readonly string[];
  /** Whether `find` is also called with ids of persons, because articles have other values for them. */
  readonly findsIds?: true;
  /** The id that articles have now for an id that was merged into another. */
  readonly follow?: (id: string, authorities: Lookup) => string;
  /** The value that articles have for a name without a record. */
  readonly unrecorded: (name: string) => string;
  /** Articles have printed names, in any letter case, for values without a record; the form under which they are counted. */
  readonly printed?: 'agency' | 'place';
  readonly label: (id: string, language: string, authorities: Lookup) => string;
  /** Its name in each interface language whose own file lacks it. */
  readonly words?: Readonly<Record<string, FacetWords>>;
}
