import type { estypes } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../../domain/document.ts';
import type { Elasticsearch } from '../../../platform/elasticsearch.ts';

/**
 * Reads all documents through a point in time, page by page, as a script of twenty lines would. Only one request is
 * in flight, because each page begins where the last one ended.
 *
 * @returns how many documents were read
 */
export const walkBare = async (
  client: Elasticsearch,
  index: string,
  size: number,
  signal: AbortSignal,
): Promise<number> => {
  const { id } = await client.openPointInTime({ index, keep_alive: '5m' });
  try {
    let count = 0;
    let after: estypes.SortResults | undefined;
    for (;;) {
      signal.throwIfAborted();
      const { hits } = await client.search<ArticleDocument>({
        size,
        pit: { id, keep_alive: '5m' },
        track_total_hits: false,
        sort: [{ _shard_doc: 'asc' }],
        ...(after ? { search_after: after } : {}),
      });
      count += hits.hits.length;
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < size || !after) return count;
    }
  } finally {
    await client.closePointInTime({ id });
  }
};
