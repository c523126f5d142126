import type { NameFacetName } from '../facets/index.ts';
import type { Authorities } from '../search/authorities.ts';
import { collectionParts as parts } from '../search/collections-clause.ts';
import { readName } from '../search/filters.ts';
import { unrecordedIds } from '../search/unrecorded-ids.ts';
import type { CollectionBody, CollectionRecord } from './schema.ts';

/** Names become the ids that articles carry. */
export const readMembers = (body: CollectionBody, authorities: Authorities): CollectionRecord['value'] => {
  const idsOf = (facet: NameFacetName, names: readonly string[]): string[] => [
    ...new Set(
      names.flatMap((name) => {
        const { ids } = readName(facet, name, authorities);
        return ids.length > 0 ? ids : unrecordedIds(facet, name, authorities);
      }),
    ),
  ];
  return {
    publishers: idsOf(parts.publishers, body.publishers),
    agencies: idsOf(parts.agencies, body.agencies),
    countries: idsOf(parts.countries, body.countries),
  };
};
