import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import { rawHead } from '../../platform/articles/records.ts';
import { readPages } from '../verify/pages.ts';
import { CannotBackUp, openRepository } from './repository.ts';

export interface BackupStore {
  readonly client: Client;
  readonly names: IndexNames;
  readonly prefix: string;
  readonly location?: string | undefined;
}

export interface Snapshot {
  readonly name: string;
  readonly state: string;
  readonly began: string;
  readonly indices: number;
}

const minutes = { requestTimeout: 600_000 };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps everything of this installation. Only what has changed since the last one is copied. */
export const createBackup = async (store: BackupStore, label = 'backup'): Promise<Snapshot> => {
  const { client, prefix } = store;
  const repository = await openRepository(client, prefix, store.location);
  const name = `${label}-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  await client.snapshot.create(
    {
      repository,
      snapshot: name,
      indices: `${prefix}-*`,
      include_global_state: false,
      master_timeout: '5m',
    },
    minutes,
  );
  const made = await untilEnded(store, name);
  if (made?.state !== 'SUCCESS')
    throw new CannotBackUp(`${name} is not whole: ${made?.state ?? 'not there'}`);
  return made;
};

/** Asked again and again: no connection has to last for as long as a snapshot takes. */
const untilEnded = async (store: BackupStore, name: string): Promise<Snapshot | undefined> => {
  for (;;) {
    const made = (await listBackups(store)).find((snapshot) => snapshot.name === name);
    if (made?.state !== 'IN_PROGRESS') return made;
    await pause(500);
  }
};

export const listBackups = async (store: BackupStore): Promise<readonly Snapshot[]> => {
  const repository = await openRepository(store.client, store.prefix, store.location);
  const { snapshots = [] } = await store.client.snapshot.get({ repository, snapshot: '_all' });
  return snapshots.map(({ snapshot, state = 'UNKNOWN', start_time: began, indices = [] }) => ({
    name: snapshot,
    state,
    began: String(began ?? ''),
    indices: indices.length,
  }));
};

export interface Restored {
  readonly snapshot: string;
  /** What stood before, kept as a snapshot of its own; null where nothing stood. */
  readonly before: string | null;
  /** Articles that were purged since the snapshot: to be purged again. */
  readonly purged: readonly string[];
}

/**
 * Puts a snapshot in the place of what stands. API and workers have to be stopped.
 *
 * @param replace  whether anything may stand there; it is backed up first, then deleted
 * @throws {CannotBackUp}
 */
export const restoreBackup = async (
  store: BackupStore,
  snapshot: string,
  { replace }: { readonly replace: boolean },
): Promise<Restored> => {
  const { client, prefix, names } = store;
  const known = await listBackups(store);
  if (!known.some(({ name }) => name === snapshot))
    throw new CannotBackUp(
      `no snapshot ${snapshot}; there ${known.length > 0 ? `are ${known.map(({ name }) => name).join(', ')}` : 'is none'}`,
    );
  const standing = Object.keys(await client.indices.get({ index: `${prefix}-*`, expand_wildcards: 'all' }));
  if (standing.length > 0 && !replace)
    throw new CannotBackUp(
      `${standing.length} indices stand there: --replace backs them up and replaces them`,
    );
  const purged = standing.includes(names.raw) ? await findPurged(client, names.raw) : [];
  const before = standing.length > 0 ? (await createBackup(store, 'before-restore')).name : null;
  if (standing.length > 0) await client.indices.delete({ index: standing });
  const repository = await openRepository(client, prefix, store.location);
  await client.snapshot.restore(
    {
      repository,
      snapshot,
      indices: `${prefix}-*`,
      include_aliases: true,
      include_global_state: false,
      master_timeout: '5m',
    },
    minutes,
  );
  await untilRestored(client, prefix);
  return { snapshot, before, purged };
};

/** @throws {CannotBackUp} where nothing is left to be restored and shards are missing all the same */
const untilRestored = async (client: Client, prefix: string): Promise<void> => {
  for (;;) {
    const { status, initializing_shards: running } = await client.cluster.health(
      { index: `${prefix}-*`, wait_for_status: 'yellow', timeout: '20s' },
      { ignore: [408] },
    );
    if (status === 'yellow' || status === 'green') return;
    if (running === 0)
      throw new CannotBackUp('restored, but some shards are not there: see the servers’ logs');
    await pause(500);
  }
};

/** Text that was erased must not come back with an old snapshot. */
const findPurged = async (client: Client, raw: string): Promise<readonly string[]> => {
  await client.indices.refresh({ index: raw });
  const ids: string[] = [];
  for await (const page of readPages(client, raw, { term: { purged: true } }, Object.keys(rawHead.shape)))
    ids.push(...page.map(({ id }) => id));
  return ids;
};
