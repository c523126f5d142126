import { StoreUnavailable } from '../domain/errors.ts';
import { sendBulk } from './bulk.ts';
import type { Elasticsearch } from './elasticsearch.ts';

const pageSize = 500;

/**
 * Deletes every document that matches a query, page by page, because not every server has the module `_delete_by_query`.
 * May run in several processes at once.
 *
 * @param most  how many at most; the others stay
 * @returns how many were deleted
 * @throws what the client throws
 * @throws {StoreUnavailable} if the index does not accept a deletion
 */
export const deleteMatching = async (
  client: Elasticsearch,
  index: string,
  query: Readonly<Record<string, unknown>>,
  most = Number.POSITIVE_INFINITY,
): Promise<number> => {
  let deleted = 0;
  while (deleted < most) {
    await client.indices.refresh({ index });
    const { hits } = await client.search({
      index,
      size: pageSize,
      _source: false,
      track_total_hits: false,
      query,
    });
    if (hits.hits.length === 0) break;
    const outcomes = await sendBulk(
      client,
      hits.hits.map(({ _id }) => ({ action: JSON.stringify({ delete: { _index: index, _id } }) })),
    );
    if (outcomes.some(({ kind }) => kind !== 'written' && kind !== 'missing'))
      throw new StoreUnavailable(`${index} does not accept a deletion`);
    deleted += outcomes.filter(({ kind }) => kind === 'written').length;
  }
  return deleted;
};
