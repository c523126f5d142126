import type { FacetName } from '../../facets/names.ts';
import type { SearchParams } from '../../params/search.ts';
import type { Authorities } from '../authorities.ts';
import type { Clause, Filter } from '../filters.ts';
import type { LinkParameters } from '../links.ts';
import type { Facet, Reader } from '../result.ts';

export type Aggregation = Readonly<Record<string, unknown>>;

/** What a facet needs to know about the search. */
export interface FacetContext {
  readonly params: SearchParams;
  /** Its own filter, if one is set. */
  readonly own: Filter | null;
  readonly links: LinkParameters;
  readonly reader: Reader;
  readonly authorities: Authorities;
}

/** Aggregations of one facet, answered under their own names. */
export type FacetCounts = Readonly<Record<string, unknown>>;

/** How a facet is requested, and how its answer is read. */
export interface FacetKind {
  readonly name: FacetName;
  readonly ask: (context: FacetContext) => Readonly<Record<string, Aggregation>>;
  /** @param total  number of matches without the facet's own filter, in its unit */
  readonly read: (counts: FacetCounts, total: number, context: FacetContext) => Facet;
}

export type { Clause };
