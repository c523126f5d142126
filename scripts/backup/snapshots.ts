import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import { pause } from '../../platform/pause.ts';
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

/** Saves everything of this installation; only changes since the last snapshot are copied. */
export const createBackup = async (store: BackupStore, label = 'backup'): Promise<Snapshot> => {
  const { client, prefix } = store;
  const repository = await openRepository(client, prefix, store.location);
  const name = `${label}-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const own = await standingIndices(store);
  if (own.length === 0) throw new CannotBackUp('no index of this installation stands there');
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
    throw new CannotBackUp(`${name} is not whole: ${made?.state ?? 'not there'}`);
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
  const repository = await openRepository(store.client, store.prefix, store.location);
  const { snapshots = [] } = await store.client.snapshot.get({ repository, snapshot: '_all' });
  return snapshots.map(({ snapshot, state = 'UNKNOWN', start_time: began, indices = [] }) => ({
    name: snapshot,
    state,
    began: String(began ?? ''),
    indices: indices.length,
  }));
};
