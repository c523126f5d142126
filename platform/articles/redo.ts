import type { Client } from '@elastic/elasticsearch';
import { StoreUnavailable } from '../../domain/errors.ts';
import type { Lane } from '../../domain/submission.ts';
import { sendBulk } from '../bulk.ts';
import type { Enqueuer } from '../enqueue.ts';
import type { StoreNames } from '../names.ts';
import type { JobItem } from '../queues.ts';
import { pendingOperation } from './pending.ts';

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
  readonly enqueuer: Enqueuer;
}

interface Stored {
  readonly id: string;
  readonly revision: number;
}

/**
 * Sends stored articles through the chain again with their current revision, and looks up their documents in all
 * languages, so that none is left behind.
 *
 * @throws {StoreUnavailable}
 */
export const redoArticles = async (
  store: Store,
  articles: readonly Stored[],
  lane: Lane,
  trace: string | null = null,
): Promise<void> => {
  const items = await listAgain(store, articles, lane, trace);
  // If the queue is full or unavailable, the sweeper takes them from `pending`.
  await store.enqueuer.enqueue(lane, items, { replay: true, again: true, trace });
};

/**
 * Adds stored articles to `pending` again, from which the sweeper queues them. Pending work for a newer
 * revision stays.
 *
 * @throws {StoreUnavailable}
 */
export const listAgain = async (
  { client, names }: Pick<Store, 'client' | 'names'>,
  articles: readonly Stored[],
  lane: Lane,
  trace: string | null = null,
): Promise<readonly JobItem[]> => {
  const since = new Date().toISOString();
  const items = articles.map(({ id, revision }) => ({ id, revision, bytes: 0 }));
  const outcomes = await sendBulk(
    client,
    items.map((item) => pendingOperation(names, { items: [item], queue: lane, since, replay: true, trace })),
  );
  if (outcomes.some(({ kind }) => kind !== 'written' && kind !== 'conflict'))
    throw new StoreUnavailable('the store does not write');
  return items;
};
