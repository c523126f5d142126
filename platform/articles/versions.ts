import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { StoreNames } from '../names.ts';
import { type RawRecord, rawRecord } from './records.ts';
import { readRecords, unlessAway } from './stored.ts';

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** More revisions of one article are not shown. */
const mostVersions = 200;

const former = z.object({ hits: z.object({ hits: z.array(z.object({ _source: rawRecord })) }) });

/**
 * Revisions of one article, newest first: the one in `raw`, then those in `history`. A copy that a crash left in
 * history beside its original in `raw` is told by its revision and left out. Who may see which of them, `visibleStates`
 * decides.
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
