import { type NameFacetName, nameFacet } from '../facets/index.ts';
import { anyOf, type Clause } from './clause.ts';

/** The parts of a collection, and the facet whose values they are. */
export const collectionParts = {
  publishers: 'publisher',
  agencies: 'agency',
  countries: 'country',
} as const satisfies Readonly<Record<string, NameFacetName>>;

/**
 * Matches articles of any of these collections. Elasticsearch looks up the values itself, so that a saved search uses the
 * current state of the collection.
 */
export const collectionsClause = (ids: readonly string[], index: string): Clause =>
  anyOf(
    ids.flatMap((id) =>
      Object.entries(collectionParts).map(
        ([part, facet]): Clause => ({
          terms: { [nameFacet(facet).field]: { index, id, path: `value.${part}` } },
        }),
      ),
    ),
  );
