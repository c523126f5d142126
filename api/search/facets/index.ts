import { nameFacets } from '../../facets/index.ts';
import type { FacetName } from '../../facets/names.ts';
import { languageName } from '../authorities.ts';
import { languageClause } from '../filters.ts';
import { namesClause } from '../unrecorded-ids.ts';
import { dateFacet } from './date.ts';
import type { FacetKind } from './facet.ts';
import { termsFacet } from './terms.ts';

const languageFacet = termsFacet({
  name: 'lang',
  field: 'language',
  several: false,
  clause: languageClause,
  label: (tag, language) => languageName(tag, language),
});

const countNames = (facet: (typeof nameFacets)[number]): FacetKind =>
  termsFacet({ ...facet, clause: (value) => namesClause(facet.name, [value]) });

const kinds: ReadonlyMap<string, FacetKind> = new Map(
  [...nameFacets.map(countNames), languageFacet, dateFacet].map((kind) => [kind.name, kind]),
);

/** How a facet is counted and read. */
export const facetKind = (name: FacetName): FacetKind => kinds.get(name) ?? dateFacet;
