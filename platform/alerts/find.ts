import { z } from 'zod';
import type { Elasticsearch } from '../elasticsearch.ts';
import { ownSearches } from '../search-groups.ts';
import type { CompiledSearch, Reason } from './records.ts';

/** An article that matches an alert, and why. */
export interface FoundArticle {
  readonly id: string;
  readonly revision: number;
  readonly reasons: readonly Reason[];
}

/** Which articles to look at: those that readers see since an instant, and some by name. */
export interface Window {
  readonly since: string;
  readonly articles: readonly string[];
}

const pageSize = 500;
const page = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({ id: z.string(), revision: z.number() }),
        matched_queries: z.array(z.string()).default([]),
        sort: z.array(z.union([z.string(), z.number()])),
      }),
    ),
  }),
});
const answers = z.object({
  responses: z.array(z.union([page, z.object({ error: z.object({ type: z.string() }) })])),
});

type Position = readonly (string | number)[];

export interface AskedSearch {
  readonly compiled: CompiledSearch;
  readonly window: Window;
}

interface OpenSearch extends AskedSearch {
  readonly place: number;
  /** Sort values of the last article of the previous page. */
  readonly after: Position;
}

/** The clauses of a query that finds an alert's articles and says why: each reason has its number as a name. */
export const withReasons = ({ clause, reasons }: CompiledSearch, among: object): Record<string, unknown> => ({
  bool: {
    filter: [clause, among],
    should: reasons.map((reason, n) => ({
      constant_score: { filter: reason.clause, _name: String(n) },
    })),
  },
});

/** The reasons whose names matched. */
export const reasonsOf = ({ reasons }: CompiledSearch, matched: readonly string[]): readonly Reason[] =>
  reasons.flatMap(({ clause: _, ...reason }, n) => (matched.includes(String(n)) ? [reason] : []));

/**
 * Runs several searches in one request, page by page to their ends.
 *
 * @param index  the read alias of all articles
 * @param onPage  gets each page of each search as it comes, by the search's place
 * @returns the places of searches that Elasticsearch refused, and why
 * @throws what the client throws, and what `onPage` throws
 */
export const findArticles = async (
  client: Elasticsearch,
  index: string,
  searches: readonly AskedSearch[],
  onPage: (place: number, articles: readonly FoundArticle[]) => Promise<void>,
): Promise<ReadonlyMap<number, string>> => {
  const refused = new Map<number, string>();
  let open = searches.map((search, place): OpenSearch => ({ ...search, place, after: [] }));
  while (open.length > 0) {
    const answer: unknown = await client.msearch({
      searches: open.flatMap(({ compiled, window, after }) => [
        { index, allow_partial_search_results: false },
        bodyOf(compiled, window, after),
      ]),
    });
    const { responses } = answers.parse(answer);
    const next: OpenSearch[] = [];
    for (const [n, asked] of open.entries()) {
      const response = responses[n];
      if (!response || 'error' in response) {
        refused.set(asked.place, response?.error.type ?? 'no-answer');
        continue;
      }
      const { hits } = response.hits;
      if (hits.length > 0)
        await onPage(
          asked.place,
          hits.map(({ _source, matched_queries }) => ({
            ..._source,
            reasons: reasonsOf(asked.compiled, matched_queries),
          })),
        );
      const after = hits.at(-1)?.sort;
      if (hits.length === pageSize && after) next.push({ ...asked, after });
    }
    open = next;
  }
  return refused;
};

const bodyOf = (compiled: CompiledSearch, { since, articles }: Window, after: Position) => ({
  size: pageSize,
  stats: [ownSearches.alerts],
  track_total_hits: false,
  _source: ['id', 'revision'],
  query: withReasons(compiled, {
    bool: {
      should: [{ range: { received: { gte: since } } }, { terms: { id: [...articles] } }],
      minimum_should_match: 1,
    },
  }),
  sort: [
    { received: { order: 'asc' as const, format: 'strict_date_optional_time_nanos' } },
    { id: 'asc' as const },
  ],
  ...(after.length > 0 ? { search_after: [...after] } : {}),
});
