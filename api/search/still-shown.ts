import type { ApiServices } from '../services.ts';
import { searchArticles } from './search-articles.ts';

/**
 * The articles of a point in time that readers can still see. A client that reads a cursor slowly can
 * keep its point in time open for days; meanwhile an article may be deleted or purged.
 *
 * @param ids  at most a page
 */
export const findStillShown = async (
  ids: readonly string[],
  services: Pick<ApiServices, 'execute' | 'config'>,
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const answer = await searchArticles(
    {
      size: ids.length,
      track_total_hits: false,
      _source: ['id'],
      query: { bool: { filter: [{ terms: { id: [...ids] } }] } },
    },
    services,
  );
  return new Set(answer?.hits.hits.flatMap(({ _source }) => _source?.id ?? []) ?? []);
};
