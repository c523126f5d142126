import type { Client } from '@elastic/elasticsearch';
import { pause } from '../../platform/pause.ts';
import { apiConnectionName, isConnected } from '../../platform/redis.ts';
import type { CommandStore } from '../open-store.ts';
import { applyCarriedOver, type CarryStore, readCarriedOver } from './carry-over.ts';
import { CannotBackUp, openRepository } from './repository.ts';
import { type BackupStore, createBackup, requireBackup, standingIndices } from './snapshots.ts';

export type RestoreStore = BackupStore & CarryStore & Pick<CommandStore, 'queues' | 'redis'>;

export interface Restored {
  readonly snapshot: string;
  /** Snapshot of the previous data; null if there was none. */
  readonly before: string | null;
  /** Keys that had been revoked and stay so. */
  readonly revoked: number;
  /** Articles that had been purged and were erased again. */
  readonly purged: number;
  /** Articles that had been deleted, or whose embargo had been prolonged, and that are withdrawn again. */
  readonly withdrawn: number;
  /** Persons who had been delisted and are so again. */
  readonly delisted: number;
}

const minutes = { requestTimeout: 600_000 };

/**
 * Restores a snapshot. API and workers must be stopped. Keys revoked, articles purged or deleted, and persons delisted
 * after the snapshot are so again.
 *
 * @param withDeleted brings back what was deleted since, or had its embargo prolonged
 * @param replace whether existing data may be replaced; it is backed up first, then deleted
 * @throws {CannotBackUp}
 */
export const restoreBackup = async (
  store: RestoreStore,
  snapshot: string,
  { replace, withDeleted = false }: { readonly replace: boolean; readonly withDeleted?: boolean },
): Promise<Restored> => {
  const { client } = store;
  await requireBackup(store, snapshot);
  const standing = await standingIndices(store);
  if (standing.length > 0 && !replace)
    throw new CannotBackUp(`${standing.length} indices exist: --replace backs them up and replaces them`);
  await refuseOthers(store);
  const found = await readCarriedOver(store, standing);
  const carried = withDeleted ? { ...found, hidden: [] } : found;
  const before = standing.length > 0 ? (await createBackup(store, 'before-restore')).name : null;
  await deleteIndices(client, standing);
  const repository = await openRepository(store);
  const kept = await ownIndicesOf(store, repository, snapshot);
  await client.snapshot.restore(
    {
      repository,
      snapshot,
      indices: kept,
      include_aliases: true,
      include_global_state: false,
      master_timeout: '5m',
    },
    minutes,
  );
  await untilRestored(client, kept);
  const again = await applyCarriedOver(store, carried, new Date());
  return { snapshot, before, revoked: carried.revoked.length, ...again };
};

/** @throws {CannotBackUp} while workers or an API of this installation are connected to Redis */
const refuseOthers = async ({ queues, redis, prefix }: RestoreStore): Promise<void> => {
  // Without Redis there are no jobs, so no worker writes.
  const counts = await Promise.all(
    [queues.live, queues.bulk].map((queue) => queue.getWorkersCount().catch(() => 0)),
  );
  if (counts.some((count) => count > 0))
    throw new CannotBackUp('workers are running: stop API and workers first, they would write in between');
  if (await isConnected(redis, apiConnectionName(prefix)).catch(() => false))
    throw new CannotBackUp('an API is running: stop it first, it would accept articles in between');
};

/** Deletes by name, a few at a time, because Elasticsearch limits request lines to 4 kB. */
const deleteIndices = async (client: Client, standing: readonly string[]): Promise<void> => {
  for (let from = 0; from < standing.length; from += 30)
    await client.indices.delete({ index: standing.slice(from, from + 30) });
};

/** Older snapshots were made by a pattern that included other installations too. */
export const ownIndicesOf = async (
  { client, names }: BackupStore,
  repository: string,
  snapshot: string,
): Promise<string[]> => {
  const { snapshots = [] } = await client.snapshot.get({ repository, snapshot });
  return snapshots.flatMap(({ indices = [] }) => indices).filter(names.isOwn);
};

/**
 * Yellow is not enough: a shard that waits to be restored counts as one of a new index, not as a missing one.
 *
 * @throws {CannotBackUp} if nothing is left to be restored, but shards are still missing
 */
export const untilRestored = async (client: Client, index: string[]): Promise<void> => {
  for (;;) {
    const health = await client.cluster.health({ index, timeout: '20s' }, { ignore: [408] });
    const { status, initializing_shards: running, unassigned_primary_shards: missing } = health;
    if (running === 0 && missing === 0 && status !== 'red') return;
    if (running === 0 && status === 'red')
      throw new CannotBackUp('restored, but some shards are missing: see the servers’ logs');
    await pause(500);
  }
};
