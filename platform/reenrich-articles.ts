import { listAgain } from './articles/redo.ts';
import type { Elasticsearch } from './elasticsearch.ts';
import type { StoreNames } from './names.ts';

const pageSize = 500;

/**
 * Adds the newest revision of every article with one of these person ids to `pending`, on the bulk
 * lane; the sweeper queues them, and workers write the same revision again. Readers notice nothing.
 *
 * @returns how many articles wait
 * @throws {StoreUnavailable}
 */
export const reenrichArticles = async (
  client: Elasticsearch,
  names: StoreNames & { readonly articles: string },
  people: readonly string[],
): Promise<number> => {
  let after: readonly (string | number)[] | undefined;
  let waiting = 0;
  for (;;) {
    const { hits } = await client.search<{ id: string; revision: number }>({
      index: names.articles,
      ignore_unavailable: true,
      size: pageSize,
      _source: ['id', 'revision'],
      query: { terms: { people: [...people] } },
      sort: [{ id: 'asc' }],
      ...(after ? { search_after: [...after] } : {}),
    });
    const found = hits.hits.flatMap(({ _source }) => (_source ? [_source] : []));
    if (found.length === 0) return waiting;
    await listAgain({ client, names }, found, 'bulk');
    waiting += found.length;
    after = found.slice(-1).map(({ id }) => id);
  }
};
