import { listMatches } from '../../platform/alerts/matches.ts';
import type { AlertRecord } from '../../platform/alerts/records.ts';
import { translatingErrors } from '../search/execute.ts';
import type { SearchResult } from '../search/result.ts';
import { findExplained } from './found.ts';
import { describeSaved, searchOf } from './render.ts';
import type { AlertServices } from './services.ts';

const feedPageSize = 50;
/** Last page of a feed and of the list of matches: Elasticsearch's window of 10,000, in pages of the largest size. */
export const mostPages = 100;

/**
 * One page of an alert's matches, newest first, each article once in its current revision, without articles deleted
 * since.
 *
 * @param path  of this feed, its token included
 */
export const readFeed = async (
  alert: AlertRecord,
  page: number,
  path: string,
  services: AlertServices,
): Promise<SearchResult> => {
  const { language } = alert.value;
  const matches = await translatingErrors(() =>
    listMatches(services.elasticsearch, services.names.matches, alert.id, {
      from: (page - 1) * feedPageSize,
      size: feedPageSize,
      newestOnly: true,
    }),
  );
  const ids = matches.map(({ match }) => match.article);
  // The articles themselves, whether or not the query would still find them.
  const { results } = await findExplained(
    { ...alert.value.compiled, clause: { match_all: {} } },
    { among: { terms: { id: ids } }, size: feedPageSize },
    { language },
    services,
  );
  const byId = new Map(results.map((article) => [article.id, article]));
  const pageLink = (number: number): string => (number === 1 ? path : `${path}&page=${number}`);
  return {
    total: { count: results.length, exact: true },
    description: `${alert.name}: ${describeSaved(alert, services)}`,
    took: 0,
    results: matches.flatMap(({ match }) => {
      const article = byId.get(match.article);
      if (!article) return [];
      const { reasons: _, ...summary } = article;
      return [{ ...summary, why: match.why.reasons.map(({ label }) => label).join(' · ') }];
    }),
    facets: {},
    choices: [],
    expansions: [],
    suggestion: null,
    links: {
      self: pageLink(page),
      ...(page > 1 ? { first: pageLink(1), prev: pageLink(page - 1) } : {}),
      ...(matches.length === feedPageSize && page < mostPages ? { next: pageLink(page + 1) } : {}),
      home: `/?${searchOf(alert.query)}`,
      id: `/v1/alerts/${alert.id}/feed`,
    },
  };
};
