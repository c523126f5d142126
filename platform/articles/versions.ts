import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { StoreNames } from '../names.ts';
import { type RawRecord, rawRecord } from './records.ts';
import { readRecords, unlessAway } from './stored.ts';

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** Most revisions of one article that are shown. */
const mostVersions = 200;

const former = z.object({ hits: z.object({ hits: z.array(z.object({ _source: rawRecord })) }) });

/**
 * Revisions of one article, newest first: the one in `raw`, then those in `history`. A copy that a crash left in
 * history while its original is still in `raw` is recognized by its revision and left out. `visibleStates` decides
 * who may see which.
 *
 * @returns empty if the article was never sent, or is purged
 * @throws {StoreUnavailable}
 */
export const readVersions = async (store: Store, id: string): Promise<readonly RawRecord[]> => {
  const newest = (await readRecords(store, [{ id }])).get(id);
  if (!newest || newest.purged) return [];
  const { client, names } = store;
  await unlessAway(client.indices.refresh({ index: names.history }));
  const answer = await unlessAway(
    client.search({
      index: names.history,
      size: mostVersions,
      query: { bool: { filter: [{ term: { id } }, { range: { revision: { lt: newest.revision } } }] } },
      sort: [{ revision: 'desc' }],
    }),
  );
  const older = former.parse(answer).hits.hits.map(({ _source }) => _source);
  const { seqNo: _, ...record } = newest;
  return [record, ...older];
};
