import type { Client } from '@elastic/elasticsearch';
import { StoreUnavailable } from '../../domain/errors.ts';
import type { Lane } from '../../domain/submission.ts';
import { sendBulk } from '../bulk.ts';
import type { Enqueuer } from '../enqueue.ts';
import type { StoreNames } from '../names.ts';
import { pendingOperation } from './pending.ts';

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
  readonly enqueuer: Enqueuer;
}

/**
 * Sends stored articles through the chain again, at the revision that they have; whatever stands of them in the
 * index is looked for, so that nothing is left behind in another language.
 *
 * @throws {StoreUnavailable}
 */
export const redoArticles = async (
  { client, names, enqueuer }: Store,
  articles: readonly { readonly id: string; readonly revision: number }[],
  lane: Lane,
): Promise<void> => {
  const since = new Date().toISOString();
  const items = articles.map(({ id, revision }) => ({ id, revision, bytes: 0 }));
  const outcomes = await sendBulk(
    client,
    items.map((item) => pendingOperation(names, { items: [item], queue: lane, since })),
  );
  if (outcomes.some(({ kind }) => kind !== 'written' && kind !== 'conflict'))
    throw new StoreUnavailable('the store does not write');
  // Where the queue is full or away the sweeper takes them from `pending`.
  await enqueuer.enqueue(lane, items, { replay: true, again: true });
};
