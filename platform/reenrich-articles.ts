import type { Elasticsearch } from './elasticsearch.ts';

interface Names {
  readonly articles: string;
  readonly raw: string;
  readonly pending: string;
}

const pageSize = 500;

/**
 * Puts the newest revision of every article that carries one of these person ids back to `pending`, on the bulk
 * lane; the sweeper hands them to the workers, who write the same revision again. Readers notice nothing.
 *
 * @returns how many articles wait
 */
export const reenrichArticles = async (
  client: Elasticsearch,
  names: Names,
  people: readonly string[],
  now: string,
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
    waiting += await waitAgain(client, names.pending, found, now);
    after = hits.hits.at(-1)?.sort as (string | number)[] | undefined;
  }
};

/** Under the revision's number, as every record of `pending`: what waits for a newer one stays, by a conflict. */
const waitAgain = async (
  client: Elasticsearch,
  pending: string,
  articles: readonly { id: string; revision: number }[],
  now: string,
): Promise<number> => {
  const { items } = await client.bulk({
    index: pending,
    operations: articles.flatMap(({ id, revision }) => [
      { index: { _id: id, version: revision, version_type: 'external_gte' as const } },
      { id, revision, queue: 'bulk', since: now, bytes: 0 },
    ]),
  });
  const failed = items.find(({ index }) => index?.error && index.status !== 409);
  if (failed) throw new Error(`could not queue ${failed.index?._id}: ${failed.index?.error?.reason}`);
  return items.length;
};
