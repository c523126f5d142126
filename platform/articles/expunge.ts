import { z } from 'zod';
import { pause } from '../pause.ts';
import { closeExports } from './close-exports.ts';
import type { PurgeStore } from './purges.ts';
import { unlessAway } from './stored.ts';

/** Shards keep deletions until every copy has reported its progress: by default twice a minute. */
const patienceMs = 75_000;
const lookEveryMs = 1_000;

const statistics = z.object({
  indices: z.record(
    z.string(),
    z.object({
      shards: z.record(
        z.string(),
        z.array(
          z.object({
            seq_no: z.object({ max_seq_no: z.number() }),
            retention_leases: z.object({ leases: z.array(z.object({ retaining_seq_no: z.number() })) }),
          }),
        ),
      ),
    }),
  ),
});

/**
 * Removes deleted texts from the disk, and ends the exports that still show them. A deleted text stays in its segment
 * until that is merged, which may take years: a merge skips segments with less than a tenth of deletions, and shards
 * retain deletions for copies that are behind and for the last commit. So we count every deletion, wait until none is
 * retained, and then wait for the merge.
 *
 * @returns whether the merge succeeded on every shard; if not, the same call continues it
 * @throws {StoreUnavailable}
 */
export const expunge = async (
  { client, names }: PurgeStore,
  { waitMs = patienceMs }: { readonly waitMs?: number } = {},
): Promise<boolean> => {
  await closeExports(client, names.exports);
  const index = [names.history, names.raw, names.failures, names.entries, names.allArticleIndices];
  await unlessAway(
    client.indices.putSettings({ index, settings: { 'index.merge.policy.expunge_deletes_allowed': 0 } }),
  );
  const before = await readShards({ client, names }, index);
  for (const end = Date.now() + waitMs; !isReleased(await readShards({ client, names }, index), before); ) {
    if (Date.now() > end) return false;
    await pause(lookEveryMs);
  }
  // A merge keeps what was written since the last commit, deleted or not.
  await unlessAway(client.indices.flush({ index, force: true, wait_if_ongoing: true }));
  const { _shards } = await unlessAway(
    client.indices.forcemerge(
      { index, only_expunge_deletes: true, flush: true },
      { requestTimeout: 600_000, maxRetries: 0 },
    ),
  );
  return _shards?.failed === 0;
};

type Shards = ReadonlyMap<string, { readonly newest: number; readonly held: number }>;

const readShards = async (
  { client }: Pick<PurgeStore, 'client'> & Partial<PurgeStore>,
  index: string[],
): Promise<Shards> => {
  const answer: unknown = await unlessAway(client.indices.stats({ index, metric: 'docs', level: 'shards' }));
  return new Map(
    Object.entries(statistics.parse(answer).indices).flatMap(([name, { shards }]) =>
      Object.entries(shards).flatMap(([shard, copies]) =>
        copies.map(({ seq_no, retention_leases: { leases } }, copy) => [
          `${name} ${shard} ${copy}`,
          {
            newest: seq_no.max_seq_no,
            held: Math.min(...leases.map(({ retaining_seq_no }) => retaining_seq_no)),
          },
        ]),
      ),
    ),
  );
};

/** Whether all shards have released the operations that existed at the start. */
const isReleased = (now: Shards, before: Shards): boolean =>
  [...before].every(([name, { newest }]) => (now.get(name)?.held ?? Number.POSITIVE_INFINITY) > newest);
