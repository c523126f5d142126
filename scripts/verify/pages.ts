import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';

export interface Stored {
  readonly id: string;
  readonly source: unknown;
}

const pageSize = 1000;
const keepAlive = '5m';
const answer = z.object({
  pit_id: z.string().optional(),
  hits: z.object({
    hits: z.array(z.object({ _id: z.string(), _source: z.unknown(), sort: z.array(z.unknown()) })),
  }),
});

/** All matches, from one point in time, in pages of at most 1,000. Missing indices count as empty. */
export async function* readPages(
  client: Client,
  index: string | string[],
  query: object,
  fields: string[],
): AsyncGenerator<readonly Stored[]> {
  let { id } = await client.openPointInTime({ index, keep_alive: keepAlive, ignore_unavailable: true });
  try {
    for (let after: unknown[] | undefined; ; ) {
      const response: unknown = await client.search({
        pit: { id, keep_alive: keepAlive },
        size: pageSize,
        _source: fields,
        track_total_hits: false,
        query,
        sort: [{ _shard_doc: { order: 'asc' } }],
        ...(after ? { search_after: after.map(Number) } : {}),
      });
      const { pit_id, hits } = answer.parse(response);
      id = pit_id ?? id;
      if (hits.hits.length > 0) yield hits.hits.map(({ _id, _source }) => ({ id: _id, source: _source }));
      if (hits.hits.length < pageSize) return;
      after = hits.hits.at(-1)?.sort;
    }
  } finally {
    await client.closePointInTime({ id }).catch(() => {});
  }
}

const got = z.object({
  docs: z.array(
    z.object({ _id: z.string(), found: z.boolean().default(false), _source: z.unknown().optional() }),
  ),
});

/** Records by id, in real time; missing ones are left out. */
export const readIds = async (
  client: Client,
  index: string,
  ids: readonly string[],
  fields: string[],
): Promise<readonly Stored[]> => {
  if (ids.length === 0) return [];
  const response: unknown = await client.mget({ index, ids: [...ids], _source_includes: fields });
  return got
    .parse(response)
    .docs.filter(({ found }) => found)
    .map(({ _id, _source }) => ({ id: _id, source: _source }));
};
