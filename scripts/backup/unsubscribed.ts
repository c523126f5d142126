import { createSubscriptionStore } from '../../platform/subscriptions/store.ts';
import type { CommandStore } from '../open-store.ts';

type Store = Pick<CommandStore, 'client' | 'names'>;

/** Ids of all subscriptions. */
export const listFollowed = async (
  client: Store['client'],
  { subscriptions: index }: Store['names'],
): Promise<readonly string[]> => {
  const pages = await Array.fromAsync(createSubscriptionStore(client, index).each());
  return pages.flat().map(({ id }) => id);
};

/**
 * Deletes restored subscriptions that had been deleted before the restore: nobody gets mail again who unsubscribed.
 *
 * @param followed null if it is not known
 */
export const unsubscribeAgain = async (
  { client, names }: Store,
  followed: readonly string[] | null,
): Promise<void> => {
  const index = names.subscriptions;
  if (followed === null || !(await client.indices.exists({ index }))) return;
  const kept = new Set(followed);
  const store = createSubscriptionStore(client, index);
  for (const id of await listFollowed(client, names)) if (!kept.has(id)) await store.remove(id);
};
