import type { SearchParams } from '../params/search.ts';
import { parseQuery } from '../query/parse.ts';
import { translateQuery } from '../query/translate.ts';
import { leavesOf, type QueryNode } from '../query/tree.ts';
import type { Authorities } from './authorities.ts';
import { type NameReading, readFilters, unrecorded } from './filters.ts';
import { linkParameters } from './links.ts';
import { certainPerson, peopleNamedIn, readQueryNames } from './names.ts';
import type { UnderstoodSearch } from './plan.ts';
import { buildTextQuery } from './text-query.ts';

export interface Understanding extends UnderstoodSearch {
  readonly query: QueryNode | null;
  /** Names, in parameters or the query, that mean several or nobody known. */
  readonly unclear: readonly NameReading[];
  /** People whom free words name, and whose articles in other languages are found too. */
  readonly named: readonly { readonly text: string; readonly id: string }[];
}

/**
 * Reads parameters and query into clauses and filters. Pure, but for the authorities.
 *
 * @throws {InvalidQuery}
 */
export const understand = (params: SearchParams, authorities: Authorities): Understanding => {
  const query = params.q === undefined ? null : parseQuery(params.q);
  const read = readFilters(params, authorities);
  const names = readQueryNames(query, authorities);
  const expanding = params.expand === 'people';
  const text =
    query &&
    translateQuery(query, {
      match: params.match,
      idsOf: (node) => {
        const ids = names.get(node)?.ids ?? [];
        return ids.length > 0 ? ids : [unrecorded(node.field, node.value)];
      },
      wordsClause: (words, match) =>
        buildTextQuery(words, { match, expansions: authorities.synonyms?.expand(words) ?? [] }),
      personOf: (words) => (expanding ? certainPerson(words, authorities) : null),
    });
  return {
    params,
    query,
    text,
    ranks: query !== null && [...leavesOf(query)].some((leaf) => 'text' in leaf),
    filters: read.filters,
    links: linkParameters(params, read),
    unclear: [...read.unclear, ...[...names.values()].filter(({ ids }) => ids.length !== 1)],
    named: expanding ? peopleNamedIn(query, authorities) : [],
  };
};
