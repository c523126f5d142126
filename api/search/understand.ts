import { type AcrossSearch, orTranslated } from '../across/index.ts';
import { acrossOf } from '../across/understand.ts';
import type { SearchParams } from '../params/search.ts';
import type { Beside, PersonOf } from '../query/name-runs.ts';
import { parseQuery } from '../query/parse.ts';
import { type Translation, translateQuery } from '../query/translate.ts';
import { leavesOf, type QueryNode } from '../query/tree.ts';
import type { Authorities } from './authorities.ts';
import { certainPerson } from './certain-person.ts';
import { anyOf, type Clause, isUnclear, type NameReading, readFilters } from './filters.ts';
import { type HighlightPlan, highlightedSuffixes, highlightWords } from './highlight.ts';
import { highlightNames } from './highlight-names.ts';
import { linkParameters } from './links.ts';
import { type NamedPerson, peopleNamedIn, readQueryNames, severalNamedBy } from './names.ts';
import type { UnderstoodSearch } from './plan.ts';
import type { Reader } from './result.ts';
import { buildTextQuery } from './text-query.ts';
import { unrecordedIds } from './unrecorded-ids.ts';

export interface Understanding extends UnderstoodSearch {
  readonly query: QueryNode | null;
  /** The translations to search; null if none were requested, or none are known. */
  readonly across: AcrossSearch | null;
  /** Ambiguous or unknown names, in parameters or the query. */
  readonly unclear: readonly NameReading[];
  /** Persons named by free words, whose articles in other languages are found too. */
  readonly named: readonly NamedPerson[];
}

export interface UnderstandingOptions extends Partial<Pick<Reader, 'preferred' | 'unlinked' | 'language'>> {
  /** The clause of `like`. */
  readonly likeness?: Clause | null;
}

/**
 * Turns parameters and query into clauses and filters. Pure, except for the authorities.
 *
 * @throws {InvalidQuery}
 */
export const understand = (
  params: SearchParams,
  authorities: Authorities,
  { preferred = [], unlinked = [], language, likeness = null }: UnderstandingOptions = {},
): Understanding => {
  const query = params.q === undefined ? null : parseQuery(params.q);
  const read = readFilters(params, authorities);
  const names = readQueryNames(query, authorities);
  const reading = readingOf(params, names, authorities, preferred);
  const named = params.expand === 'people' ? peopleNamedIn(query, reading.personOf, authorities) : [];
  const hints = language === undefined ? preferred : [...preferred, language];
  const across = query && acrossOf(query, reading, params, authorities.across, hints);
  const text = query && translateQuery(query, reading);
  const highlights = query && planHighlights(query, reading, named, authorities);
  return {
    params,
    query,
    across,
    text: both(text && across ? orTranslated(text, across) : text, likeness),
    highlights:
      highlights && across
        ? { ...highlights, clause: anyOf([highlights.clause, ...across.highlights]) }
        : highlights,
    ranks: likeness !== null || (query !== null && [...leavesOf(query)].some((leaf) => 'text' in leaf)),
    filters: read.filters,
    links: linkParameters(params, read, unlinked),
    unclear: [
      ...read.unclear,
      ...[...names.values()].filter(isUnclear),
      ...(params.expand === 'people' ? severalNamedBy(query, authorities) : []),
    ],
    named,
  };
};

const both = (text: Clause | null, likeness: Clause | null): Clause | null =>
  text && likeness ? { bool: { must: [text, likeness] } } : (text ?? likeness);

/** One part of a query by itself, interpreted as within the whole. */
export const translateNode = (node: QueryNode, params: SearchParams, authorities: Authorities): Clause =>
  translateQuery(node, readingOf(params, readQueryNames(node, authorities), authorities));

const readingOf = (
  params: SearchParams,
  names: ReturnType<typeof readQueryNames>,
  authorities: Authorities,
  readerLanguages: readonly string[] = [],
): Translation => ({
  match: params.match,
  idsOf: (node) => {
    const ids = names.get(node)?.ids ?? [];
    return ids.length > 0 ? ids : unrecordedIds(node.field, node.value, authorities);
  },
  wordsClause: (words, match) =>
    buildTextQuery(words, {
      match,
      readerLanguages,
      expansions: authorities.synonyms?.expand(words) ?? [],
      explain: params.explain,
    }),
  personOf: remembering((words, beside) =>
    params.expand === 'people' ? certainPerson(words, beside, authorities) : null,
  ),
});

/** Highlights for the query's words, and for the names of the persons that they mean, in every language. */
const planHighlights = (
  query: QueryNode,
  reading: Translation,
  named: readonly NamedPerson[],
  { synonyms, people }: Authorities,
): HighlightPlan => {
  const names = named.flatMap(({ id }) => highlightNames(people.get(id)));
  const suffixes = [...new Set([...highlightedSuffixes(query), ...(names.length > 0 ? ['.exact'] : [])])];
  const expanded = (words: string): string[] => (synonyms?.expand(words) ?? []).map((other) => other.query);
  return {
    suffixes,
    clause: anyOf([
      translateQuery(query, {
        ...reading,
        personOf: () => null,
        wordsClause: (words) => highlightWords([words, ...expanded(words)], suffixes),
      }),
      ...names,
    ]),
  };
};

/** Cached, because the same words are looked up for the query and for its description. */
const remembering = (look: (words: string, beside: Beside) => string | null): PersonOf => {
  const known = new Map<string, string | null>();
  return (words, beside = {}) => {
    const key = JSON.stringify([words, beside.before, beside.behind]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = look(words, beside);
    known.set(key, id);
    return id;
  };
};
