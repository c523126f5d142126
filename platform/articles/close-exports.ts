import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { unlessAway } from './stored.ts';

/** Checkpoints, which are in the same index, have no view. */
const stored = z.object({
  _source: z.object({ value: z.object({ view: z.string().optional() }).optional() }),
});
const found = z.object({ hits: z.object({ hits: z.array(stored) }) });

/** Records of a day, checkpoints included: many more than limits allow. */
const most = 10_000;

/**
 * Closes the points in time of exports that are not complete: they would go on showing a text that is being purged, and
 * keep its bytes on the disk. These exports end with an error and have to be begun again.
 *
 * @throws {StoreUnavailable}
 */
export const closeExports = async (client: Client, exports: string): Promise<void> => {
  await unlessAway(client.indices.refresh({ index: exports }));
  const answer: unknown = await unlessAway(
    client.search({
      index: exports,
      size: most,
      _source: ['value.view'],
      query: { bool: { filter: [{ term: { complete: false } }] } },
      sort: [{ at: 'desc' }],
    }),
  );
  const views = found.parse(answer).hits.hits.flatMap(({ _source }) => _source.value?.view ?? []);
  // 404: its time came in between.
  for (const id of views) await unlessAway(client.closePointInTime({ id }, { ignore: [404] }));
};
