import { z } from 'zod';
import type { Purge, PurgeStore } from './purges.ts';
import { unlessAway } from './stored.ts';

const pageSize = 500;
const page = z.object({
  hits: z.object({
    hits: z.array(
      z.object({ _id: z.string(), _source: z.object({ revision: z.number() }), sort: z.array(z.number()) }),
    ),
  }),
});
const former = z.object({
  aggregations: z.object({ ids: z.object({ buckets: z.array(z.object({ key: z.string() })) }) }),
});

/**
 * Articles whose purge was accepted but interrupted before their former inputs were erased. These are erased after
 * documents, failures and entries, so an article without former inputs is finished.
 *
 * @throws {StoreUnavailable}
 */
export async function* findUnfinishedPurges({ client, names }: PurgeStore): AsyncGenerator<Purge> {
  await unlessAway(client.indices.refresh({ index: [names.raw, names.history] }));
  const { id: pit } = await unlessAway(client.openPointInTime({ index: names.raw, keep_alive: '5m' }));
  try {
    for (let after: number[] | undefined; ; ) {
      const answer: unknown = await unlessAway(
        client.search({
          pit: { id: pit, keep_alive: '5m' },
          size: pageSize,
          _source: ['revision'],
          track_total_hits: false,
          query: { term: { purged: true } },
          sort: [{ _shard_doc: 'asc' }],
          ...(after === undefined ? {} : { search_after: after }),
        }),
      );
      const { hits } = page.parse(answer).hits;
      if (hits.length === 0) return;
      yield* await withFormerInputs(
        { client, names },
        hits.map(({ _id: id, _source: { revision } }) => ({ id, revision })),
      );
      after = hits.at(-1)?.sort;
    }
  } finally {
    await client.closePointInTime({ id: pit }).catch(() => {});
  }
}

const withFormerInputs = async (
  { client, names }: PurgeStore,
  purges: readonly Purge[],
): Promise<readonly Purge[]> => {
  const answer: unknown = await unlessAway(
    client.search({
      index: names.history,
      size: 0,
      query: { terms: { id: purges.map(({ id }) => id) } },
      aggs: { ids: { terms: { field: 'id', size: pageSize } } },
    }),
  );
  const left = new Set(former.parse(answer).aggregations.ids.buckets.map(({ key }) => key));
  return purges.filter(({ id }) => left.has(id));
};
