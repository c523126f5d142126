import { createKeyStore } from '../../api/access/key-store.ts';
import { createAcceptor } from '../../platform/articles/accept.ts';
import { applyPurges } from '../../platform/articles/apply-purges.ts';
import { listPurges, type Purge } from '../../platform/articles/purges.ts';
import type { CommandStore } from '../open-store.ts';

/** What restoring an older snapshot must not undo. */
export interface CarriedOver {
  /** Ids of keys that are revoked. */
  readonly revoked: readonly string[];
  readonly purges: readonly Purge[];
}

export type CarryStore = Pick<CommandStore, 'client' | 'names' | 'metrics' | 'enqueuer'> & {
  readonly prefix: string;
};

/** Read before anything is deleted. @param standing  indices that exist */
export const readCarriedOver = async (
  store: CarryStore,
  standing: readonly string[],
): Promise<CarriedOver> => {
  const { client, names, prefix } = store;
  const keys = standing.includes(names.keys) ? await createKeyStore(client, prefix).list() : [];
  if (standing.includes(names.state)) await client.indices.refresh({ index: names.state });
  const purges = standing.includes(names.state) ? await Array.fromAsync(listPurges(store)) : [];
  return { revoked: keys.filter(({ revoked }) => revoked !== null).map(({ id }) => id), purges };
};

/**
 * Revokes and purges again, before anyone gets access. May be repeated.
 *
 * @returns how many articles were erased again
 * @throws {StoreUnavailable}
 */
export const applyCarriedOver = async (
  store: CarryStore,
  { revoked, purges }: CarriedOver,
  now: Date,
): Promise<number> => {
  const keys = createKeyStore(store.client, store.prefix);
  for (const id of revoked) {
    const key = await keys.get(id);
    if (key?.revoked === null) await keys.revoke(id, now);
  }
  return applyPurges(store, createAcceptor(store), purges, now);
};
