import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NameFacetName } from '../facets/index.ts';
import type { Authorities } from '../search/authorities.ts';
import { collectionParts as parts } from '../search/collections-clause.ts';
import { readName } from '../search/filters.ts';
import { unrecordedIds } from '../search/unrecorded-ids.ts';
import type { CollectionBody, CollectionRecord } from './schema.ts';

/** After this many names other requests get a turn. */
const together = 200;

/** Resolves names to the ids in articles. */
export const readMembers = async (
  body: CollectionBody,
  authorities: Authorities,
): Promise<CollectionRecord['value']> => {
  const idsOf = async (facet: NameFacetName, names: readonly string[]): Promise<string[]> => {
    const ids = new Set<string>();
    for (const [at, name] of names.entries()) {
      if (at % together === 0) await nextTurn();
      for (const id of idsOfName(facet, name, authorities)) ids.add(id);
    }
    return [...ids];
  };
  const publishers = await idsOf(parts.publishers, body.publishers);
  const agencies = await idsOf(parts.agencies, body.agencies);
  const countries = await idsOf(parts.countries, body.countries);
  const counts = {
    publishers: publishers.length,
    agencies: agencies.length,
    countries: countries.length,
  };
  return { publishers, agencies, countries, counts };
};

const idsOfName = (facet: NameFacetName, name: string, authorities: Authorities): readonly string[] => {
  const { ids } = readName(facet, name, authorities);
  return ids.length > 0 ? ids : unrecordedIds(facet, name, authorities);
};
