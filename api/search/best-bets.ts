import type { IndexNames } from '../../mappings/names.ts';
import type { SearchParams } from '../params/search.ts';
import type { Authorities } from './authorities.ts';
import type { Answer, SearchCall } from './execute.ts';
import { shownFields } from './hit.ts';
import { queryOf, whereOf } from './plan.ts';
import { renderResults } from './render-results.ts';
import type { Reader, SearchResult } from './result.ts';
import type { Understanding } from './understand.ts';

/**
 * Articles that the operator shows first for a query, beside the results on the first page: they need not match, so
 * they are neither counted nor ranked among those that do. Filters hold for them. Asking for an order, or for what is
 * like an article, leaves them out.
 *
 * @returns their ids, the first one on top
 */
export const bestBetsOf = (
  { q, sort, like, page }: SearchParams,
  { curated }: Pick<Authorities, 'curated'>,
): readonly string[] =>
  q === undefined || page > 1 || like !== undefined || (sort !== undefined && sort !== 'relevance')
    ? []
    : (curated?.bestBetsFor(q) ?? []);

/** One request, or none. */
export const planBestBets = (
  articles: readonly string[],
  { filters }: Pick<Understanding, 'filters'>,
  names: IndexNames,
): readonly SearchCall[] =>
  articles.length === 0
    ? []
    : [
        {
          ...whereOf(
            filters.find(({ facet }) => facet === 'lang'),
            names,
          ),
          global: false,
          body: {
            size: articles.length,
            track_total_hits: false,
            query: queryOf(null, [...filters.map(({ clause }) => clause), { terms: { id: [...articles] } }]),
            _source: [...shownFields],
          },
        },
      ];

/** Those that readers can see now, in the operator's order. */
export const renderBestBets = async (
  articles: readonly string[],
  understood: Understanding,
  answer: Answer | undefined,
  reader: Reader,
  services: { readonly authorities: Authorities },
): Promise<Pick<SearchResult, 'bestBets'>> => {
  const shown = await renderResults(
    { ...understood, across: null, params: { ...understood.params, fields: undefined, explain: false } },
    answer?.hits.hits ?? [],
    reader,
    services,
  );
  if (shown.length === 0) return {};
  return { bestBets: shown.toSorted((one, other) => articles.indexOf(one.id) - articles.indexOf(other.id)) };
};
