import { OF_NAME } from '../../authorities/people/matching/normalize-name.ts';
import { type NameFacetName, nameFacet } from '../facets/index.ts';
import type { Authorities } from './authorities.ts';
import { anyOf, type Clause } from './clause.ts';

type Archive = Pick<Authorities, 'archive'>;

/** Whether this is the id of a name without a record. */
export const isUnrecordedId = (id: string): boolean => id.startsWith(OF_NAME);

/**
 * The ids that articles have for a name without a record: folded for persons, as printed for agencies and places, in
 * the letter case of some article.
 */
export const unrecordedIds = (
  facet: NameFacetName,
  name: string,
  authorities: Archive,
): readonly string[] => {
  const { unrecorded, printed } = nameFacet(facet);
  if (!printed) return [unrecorded(name)];
  // Articles may have ids of their senders' making.
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
  if (!printed) return [unrecorded(id.slice(OF_NAME.length))];
  const counted = authorities.archive?.idsOf(printed, id.slice(OF_NAME.length)) ?? [];
  return counted.length > 0 ? counted : [id];
};

/** Any of these ids; those without a record in any letter case, because agencies print their names in several. */
export const namesClause = (facet: NameFacetName, values: readonly string[]): Clause => {
  const { field, printed } = nameFacet(facet);
  const caseless = values
    .filter((value) => printed && isUnrecordedId(value))
    .map((value): Clause => ({ term: { [field]: { value, case_insensitive: true } } }));
  return anyOf([{ terms: { [field]: [...values] } }, ...caseless]);
};
