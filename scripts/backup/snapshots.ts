import type { IndexNames } from '../../mappings/names.ts';
import { pause } from '../../platform/pause.ts';
import { CannotBackUp, openRepository, type Place } from './repository.ts';

export interface BackupStore extends Place {
  readonly names: IndexNames;
}

export interface Snapshot {
  readonly name: string;
  readonly state: string;
  readonly began: string;
  readonly indices: number;
}

const minutes = { requestTimeout: 600_000 };

/** Saves everything of this installation; only changes since the last snapshot are copied. */
export const createBackup = async (store: BackupStore, label = 'backup'): Promise<Snapshot> => {
  const { client } = store;
  const repository = await openRepository(store);
  const name = `${label}-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const own = await standingIndices(store);
  if (own.length === 0) throw new CannotBackUp('there is no index of this installation');
  await client.snapshot.create(
    {
      repository,
      snapshot: name,
      indices: own,
      include_global_state: false,
      master_timeout: '5m',
    },
    minutes,
  );
  const made = await untilEnded(store, name);
  if (made?.state !== 'SUCCESS')
    throw new CannotBackUp(`${name} is not complete: ${made?.state ?? 'missing'}`);
  return made;
};

/** Indices of this installation and of no other, in order. */
export const standingIndices = async ({ client, prefix, names }: BackupStore): Promise<string[]> =>
  Object.keys(await client.indices.get({ index: `${prefix}-*`, expand_wildcards: 'all' }))
    .filter(names.isOwn)
    .sort();

/** Polls, so that no connection has to last as long as a snapshot takes. */
const untilEnded = async (store: BackupStore, name: string): Promise<Snapshot | undefined> => {
  for (;;) {
    const made = (await listBackups(store)).find((snapshot) => snapshot.name === name);
    if (made?.state !== 'IN_PROGRESS') return made;
    await pause(500);
  }
};

export const listBackups = async (store: BackupStore): Promise<readonly Snapshot[]> => {
  const repository = await openRepository(store);
  const { snapshots = [] } = await store.client.snapshot.get({ repository, snapshot: '_all' });
  return snapshots.map(({ snapshot, state = 'UNKNOWN', start_time: began, indices = [] }) => ({
    name: snapshot,
    state,
    began: String(began ?? ''),
    indices: indices.length,
  }));
};

/** @throws {CannotBackUp} for a missing snapshot */
export const deleteBackup = async (store: BackupStore, name: string): Promise<void> => {
  await requireBackup(store, name);
  await store.client.snapshot.delete({ repository: await openRepository(store), snapshot: name }, minutes);
};

/** @throws {CannotBackUp} for a missing snapshot, with a list of those that exist */
export const requireBackup = async (store: BackupStore, name: string): Promise<void> => {
  const names = (await listBackups(store)).map((snapshot) => snapshot.name);
  if (names.includes(name)) return;
  const there = names.length > 0 ? `there are ${names.join(', ')}` : 'there is none';
  throw new CannotBackUp(`no snapshot ${name}; ${there}`);
};

/**
 * Deletes all but the newest complete snapshots of `backup`, and incomplete ones older than the newest complete one.
 * Snapshots made by `restore` are left to the operator.
 *
 * @param keep  from 1
 * @returns names of the deleted ones
 */
export const thinOut = async (store: BackupStore, keep: number): Promise<readonly string[]> => {
  const own = (await listBackups(store))
    .filter(({ name, state }) => name.startsWith('backup-') && state !== 'IN_PROGRESS')
    .sort((one, other) => other.name.localeCompare(one.name));
  const whole = own.filter(({ state }) => state === 'SUCCESS');
  const kept = new Set(whole.slice(0, keep));
  const newest = whole[0];
  const doomed = own.filter((one) => newest && one.name < newest.name && !kept.has(one));
  for (const { name } of doomed) await deleteBackup(store, name);
  return doomed.map(({ name }) => name);
};
