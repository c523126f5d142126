import { type NameFacetName, nameFacet } from '../facets/index.ts';
import type { Authorities } from './authorities.ts';
import { anyOf, type Clause } from './clause.ts';

const OWN = 'name:';

type Archive = Pick<Authorities, 'archive'>;

/** Whether this is the id of what has no record. */
export const isUnrecordedId = (id: string): boolean => id.startsWith(OWN);

/**
 * What articles carry for a name that no record bears: persons a folded one, agencies and places the printed one, in
 * whatever letter case some article has it.
 */
export const unrecordedIds = (
  facet: NameFacetName,
  name: string,
  authorities: Archive,
): readonly string[] => {
  const { unrecorded, printed } = nameFacet(facet);
  if (!printed) return [unrecorded(name)];
  // Articles may carry ids of their senders' making.
  if (authorities.archive?.counts(printed).has(name)) return [name];
  const counted = authorities.archive?.idsOf(printed, name) ?? [];
  return counted.length > 0 ? counted : [isSlug(name) ? name : unrecorded(name)];
};

const isSlug = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);

/** The same for an id, `name:` and the name. */
export const followUnrecorded = (
  facet: NameFacetName,
  id: string,
  authorities: Archive,
): readonly string[] => {
  const { unrecorded, printed } = nameFacet(facet);
  if (!printed) return [unrecorded(id.slice(OWN.length))];
  const counted = authorities.archive?.idsOf(printed, id.slice(OWN.length)) ?? [];
  return counted.length > 0 ? counted : [id];
};

/** Any of these ids; what has no record in any letter case, since agencies print themselves in several. */
export const namesClause = (facet: NameFacetName, values: readonly string[]): Clause => {
  const { field, printed } = nameFacet(facet);
  const caseless = values
    .filter((value) => printed && isUnrecordedId(value))
    .map((value): Clause => ({ term: { [field]: { value, case_insensitive: true } } }));
  return anyOf([{ terms: { [field]: [...values] } }, ...caseless]);
};
