import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors.ts';
import { noteReappeared } from '../alerts/reappeared.ts';
import { type BulkOperation, sendBulk } from '../bulk.ts';
import type { Enqueuer } from '../enqueue.ts';
import type { StoreNames } from '../names.ts';
import { redoArticles } from './redo.ts';
import { multiGet, readHeads, unlessAway } from './stored.ts';

export const failureRecord = z.looseObject({
  id: z.string(),
  revision: z.number(),
  step: z.string().optional(),
  reason: z.string(),
  detail: z.string().optional(),
  at: z.string(),
});
export type FailureRecord = z.infer<typeof failureRecord>;

/** Kept whole, whatever a former release wrote into it. */
const failureSource = z.looseObject({});

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** @returns `null` if the article has not failed */
export const readFailure = async ({ client, names }: Store, id: string): Promise<FailureRecord | null> => {
  const [doc] = await multiGet(client, names.failures, [{ id }]);
  return doc ? failureRecord.parse(doc._source) : null;
};

/** Sends a failed article through the chain again. @returns whether there is an input to try again with */
export const replayFailure = async (
  store: Store & { readonly names: { readonly state: string }; readonly enqueuer: Enqueuer },
  id: string,
): Promise<boolean> => {
  const head = (await readHeads(store, [{ id }])).get(id)?.head;
  if (!head) return false;
  await unlessAway(noteReappeared(store.client, store.names.state, id, new Date()));
  await redoArticles(store, [{ id, revision: head.revision }], 'live');
  return true;
};

/**
 * Removes a failure from the lists; the input stays. If the article is stored, the record stays too, because otherwise
 * a discarded article would look like a lost one; without a stored article it is deleted.
 *
 * @returns whether there was one
 */
export const discardFailure = async (store: Store, id: string): Promise<boolean> => {
  const { client, names } = store;
  const [failure] = await multiGet(client, names.failures, [{ id }]);
  if (!failure) return false;
  const target = { _index: names.failures, _id: id };
  const isKept = (await readHeads(store, [{ id }])).has(id);
  const operation: BulkOperation = isKept
    ? {
        // Under its own version, so that the next failure or success of the article replaces it.
        action: JSON.stringify({
          index: { ...target, version: failure._version, version_type: 'external_gte' },
        }),
        document: JSON.stringify({ ...failureSource.parse(failure._source), discarded: true }),
      }
    : { action: JSON.stringify({ delete: target }) };
  const [outcome] = await sendBulk(client, [operation]);
  if (outcome?.kind === 'written') return true;
  // A newer failure, or the article was indexed meanwhile.
  if (outcome?.kind === 'missing' || outcome?.kind === 'conflict') return false;
  throw new StoreUnavailable('the store does not write');
};

/** Records an input that was rejected before it was stored, because it is too large to read. */
export const noteRefusal = async ({ client, names }: Store, id: string, reason: string, detail: string) => {
  const record = { id, revision: 0, step: 'accept', reason, detail, at: new Date().toISOString() };
  await sendBulk(client, [
    {
      action: JSON.stringify({ index: { _index: names.failures, _id: id } }),
      document: JSON.stringify(record),
    },
  ]);
};
