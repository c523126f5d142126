import { InvalidParameters } from '../../domain/errors.ts';
import { type NameFacetName, nameFacet } from '../facets/index.ts';
import { type FacetName, nameFacetNames } from '../facets/names.ts';
import { spanOf } from '../params/dates.ts';
import type { Filters } from '../params/search.ts';
import type { Authorities } from './authorities.ts';
import { anyOf, type Clause } from './clause.ts';
import { collectionsClause } from './collections-clause.ts';
import { dateClause } from './date-clause.ts';
import { isDelistedName } from './delisted-names.ts';
import { followUnrecorded, isUnrecordedId, namesClause, unrecordedIds } from './unrecorded-ids.ts';

export { anyOf, type Clause } from './clause.ts';

/** Facets, and filters that are not facets. */
export type FilterName = FacetName | 'story' | 'collection';

/** One parsed filter: values of one parameter, any of which must match. */
export interface Filter {
  readonly facet: FilterName;
  readonly clause: Clause;
  /** Ids in the given order; none for dates. */
  readonly values: readonly string[];
}

/** A name and the ids that it may mean; none if the name is unknown. */
export interface NameReading {
  readonly parameter: string;
  readonly name: string;
  readonly ids: readonly string[];
}

export interface ReadFilters {
  readonly filters: readonly Filter[];
  /** Ambiguous and unknown names. */
  readonly unclear: readonly NameReading[];
}

/**
 * Parses the filter parameters: names become ids, dates a range.
 *
 * @throws {InvalidParameters} if the dates end before they begin, or if there are too many names of people
 */
export const readFilters = (params: Filters, authorities: Authorities): ReadFilters => {
  if (params.person.filter(isLookedUp).length > MOST_NAMES)
    throw new InvalidParameters([
      { parameter: 'person', detail: `holds more than ${MOST_NAMES} names; ids may be more` },
    ]);
  const readings = nameFacetNames.flatMap((parameter) =>
    params[parameter].map((name) => readName(parameter, name, authorities)),
  );
  const named = nameFacetNames.flatMap((facet): Filter[] => {
    const values = readings
      .filter(({ parameter }) => parameter === facet)
      .flatMap(({ name, ids }) => (ids.length > 0 ? ids : unrecordedIds(facet, name, authorities)));
    return values.length > 0 ? [nameFilter(facet, [...new Set(values)])] : [];
  });
  return {
    filters: [
      ...named,
      ...languageFilter(params.lang),
      ...storyFilter(params.story),
      ...collectionFilter(params.collection, authorities),
      ...dateFilter(params),
    ],
    unclear: readings.filter(isUnclear),
  };
};

/**
 * Resolves an id or name.
 *
 * An id means itself, even without a record, because articles may have ids of their senders' making.
 */
export const readName = (parameter: NameFacetName, name: string, authorities: Authorities): NameReading => {
  const { follow, find, findsIds } = nameFacet(parameter);
  if (ofPeople.has(parameter) && isDelisted(name, authorities)) return { parameter, name, ids: [nobody] };
  if (isUnrecordedId(name)) return { parameter, name, ids: followUnrecorded(parameter, name, authorities) };
  if (isId(name) && !findsIds) return { parameter, name, ids: [follow?.(name, authorities) ?? name] };
  return { parameter, name, ids: [...new Set(find(name, authorities))] };
};

/** Facets whose values are people, who may be delisted. */
const ofPeople: ReadonlySet<NameFacetName> = new Set(['person', 'author']);

/** An id that no article has. */
const nobody = 'name:-';

/** Delisted persons are not found by id either. */
const isDelisted = (name: string, authorities: Authorities): boolean =>
  authorities.people.isDelisted(name) || (!isId(name) && isDelistedName(name, authorities));

/** An ambiguous or unknown name; never an id. */
export const isUnclear = ({ name, ids }: NameReading): boolean => ids.length !== 1 && !isId(name);

/**
 * Names of people in the filters of one search, and in its query. A name without a record is compared by its sounds with
 * others, which takes up to three milliseconds, and the event loop waits meanwhile. Ids are not looked up by name.
 */
export const MOST_NAMES = 20;

/** Whether this is a name, which is looked up, and not an id. */
export const isLookedUp = (name: string): boolean => !isId(name);

const isId = (name: string): boolean => /^(Q[1-9]\d{0,9}|(?:dl|pol|name):\S.*)$/u.test(name);

const nameFilter = (facet: NameFacetName, values: readonly string[]): Filter => ({
  facet,
  values,
  clause: namesClause(facet, values),
});

const languageFilter = (tags: readonly string[]): readonly Filter[] => {
  if (tags.length === 0) return [];
  const values = [...new Set(tags.map(languageTag))];
  return [{ facet: 'lang', values, clause: anyOf(values.map(languageClause)) }];
};

/** `ZH-hant` → `zh-Hant`. */
const languageTag = (written: string): string => {
  const [language = '', script] = written.split('-');
  return script
    ? `${language.toLowerCase()}-${script[0]?.toUpperCase()}${script.slice(1).toLowerCase()}`
    : language.toLowerCase();
};

export const languageClause = (tag: string): Clause => {
  const [language = '', script] = tag.split('-');
  const filter: Clause[] = [{ term: { language } }];
  return script ? { bool: { filter: [...filter, { term: { script } }] } } : { term: { language } };
};

/** Without collections nothing matches: a filter is never ignored. */
const collectionFilter = (ids: readonly string[], { collections }: Authorities): readonly Filter[] =>
  ids.length === 0
    ? []
    : [
        {
          facet: 'collection',
          values: ids,
          clause: collections === undefined ? { match_none: {} } : collectionsClause(ids, collections),
        },
      ];

const storyFilter = (stories: readonly string[]): readonly Filter[] =>
  stories.length === 0
    ? []
    : [{ facet: 'story', values: stories, clause: { terms: { story: [...stories] } } }];

/** @throws {InvalidParameters} if the last day is before the first, because nothing could match */
const dateFilter = (params: Filters): readonly Filter[] => {
  if (endsBeforeItBegins(params))
    throw new InvalidParameters([
      { parameter: 'from-date', detail: 'is after to-date' },
      { parameter: 'to-date', detail: 'is before from-date' },
    ]);
  const clause = dateClause(params['from-date'] ?? null, params['to-date'] ?? null);
  return clause ? [{ facet: 'date', values: [], clause }] : [];
};

const endsBeforeItBegins = ({ 'from-date': from, 'to-date': to }: Filters): boolean => {
  const [first, last] = [from && spanOf(from)?.from, to && spanOf(to)?.to];
  return first !== undefined && last !== undefined && last < first;
};
