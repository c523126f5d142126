import { createKeyStore } from '../../api/access/key-store.ts';
import { createAcceptor } from '../../platform/articles/accept.ts';
import { applyPurges } from '../../platform/articles/apply-purges.ts';
import { listPurges, type Purge } from '../../platform/articles/purges.ts';
import { readPurgeLog } from '../../platform/purge-log.ts';
import type { CommandStore } from '../open-store.ts';
import { delistAgain, readDelisted } from './delistings.ts';
import { listFollowed, unsubscribeAgain } from './unsubscribed.ts';
import { type Hidden, readHidden, withdrawAgain } from './withdrawals.ts';

/** Data that restoring an older snapshot must not undo. */
export interface CarriedOver {
  /** Ids of keys that are revoked. */
  readonly revoked: readonly string[];
  readonly purges: readonly Purge[];
  readonly hidden: readonly Hidden[];
  /** Ids of persons who are delisted. */
  readonly delisted: readonly string[];
  /** Ids of the searches that are followed by e-mail; null if their index did not exist. */
  readonly followed: readonly string[] | null;
}

/** What was done again after a restore. */
export interface DoneAgain {
  readonly purged: number;
  /** Articles that had been deleted, or whose embargo had been prolonged. */
  readonly withdrawn: number;
  readonly delisted: number;
}

export type CarryStore = Pick<CommandStore, 'client' | 'names' | 'metrics' | 'enqueuer' | 'config'> & {
  readonly prefix: string;
};

/** From the cluster and from the log outside it; read before anything is deleted. @param standing  indices that exist */
export const readCarriedOver = async (
  store: CarryStore,
  standing: readonly string[],
): Promise<CarriedOver> => {
  const { client, names, prefix, config } = store;
  const outside = await readPurgeLog(config.purgeLog);
  const keys = standing.includes(names.keys) ? await createKeyStore(client, prefix).list() : [];
  if (standing.includes(names.state)) await client.indices.refresh({ index: names.state });
  const purges = standing.includes(names.state) ? await Array.fromAsync(listPurges(store)) : [];
  const revoked = keys.flatMap((key) => (key.revoked === null ? [] : key.id));
  const delisted = standing.includes(names.state) ? await readDelisted(client, names.state) : [];
  const followed = standing.includes(names.subscriptions) ? await listFollowed(client, names) : null;
  const hidden = standing.includes(names.raw) ? await readHidden(store, new Date()) : [];
  return {
    delisted,
    hidden,
    followed,
    revoked: [...new Set([...revoked, ...outside.revoked])],
    purges: newestOf([...purges, ...outside.purges]),
  };
};

const newestOf = (purges: readonly Purge[]): readonly Purge[] => {
  const newest = new Map<string, Purge>();
  for (const purge of purges)
    if ((newest.get(purge.id)?.revision ?? 0) < purge.revision) newest.set(purge.id, purge);
  return [...newest.values()];
};

/**
 * Revokes, unsubscribes, delists, purges and withdraws again, before anyone gets access. May be repeated.
 *
 * @returns how many articles were erased, and how many persons delisted again
 * @throws {StoreUnavailable} {CannotBackUp}
 */
export const applyCarriedOver = async (
  store: CarryStore,
  { revoked, purges, delisted, followed, hidden }: CarriedOver,
  now: Date,
): Promise<DoneAgain> => {
  const keys = createKeyStore(store.client, store.prefix);
  for (const id of revoked) {
    const key = await keys.get(id);
    if (key?.revoked === null) await keys.revoke(id, now);
  }
  await unsubscribeAgain(store, followed);
  return {
    delisted: await delistAgain(store.client, store.names.state, delisted, now),
    purged: await applyPurges(store, createAcceptor(store), purges, now),
    withdrawn: await withdrawAgain(store, createAcceptor(store), hidden),
  };
};
