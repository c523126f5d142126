import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors.ts';
import { noteReappeared } from '../alerts/reappeared.ts';
import { type BulkOperation, sendBulk } from '../bulk.ts';
import type { Enqueuer } from '../enqueue.ts';
import type { StoreNames } from '../names.ts';
import { redoArticles } from './redo.ts';
import { readHeads, unlessAway } from './stored.ts';

export const failureRecord = z.looseObject({
  id: z.string(),
  revision: z.number(),
  step: z.string().optional(),
  reason: z.string(),
  detail: z.string().optional(),
  at: z.string(),
});
export type FailureRecord = z.infer<typeof failureRecord>;

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** @returns `null` if the article has not failed */
export const readFailure = async ({ client, names }: Store, id: string): Promise<FailureRecord | null> => {
  const response = await unlessAway(client.mget({ index: names.failures, ids: [id] }));
  const [doc] = response.docs;
  return doc && 'found' in doc && doc.found ? failureRecord.parse(doc._source) : null;
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

const discardable = z.object({
  docs: z.array(z.object({ _version: z.number(), _source: z.looseObject({}) })),
});

/**
 * Takes a failure off the lists; the input stays. The record stays too where an article is kept, since otherwise
 * nobody could tell a discarded article from a lost one; where none is, it goes.
 *
 * @returns whether there was one
 */
export const discardFailure = async (store: Store, id: string): Promise<boolean> => {
  const { client, names } = store;
  if (!(await readFailure(store, id))) return false;
  const isKept = (await readHeads(store, [{ id }])).has(id);
  const [outcome] = await sendBulk(client, [
    isKept
      ? await discardOperation(store, id)
      : { action: JSON.stringify({ delete: { _index: names.failures, _id: id } }) },
  ]);
  if (outcome?.kind === 'written') return true;
  // A newer failure, or the article was indexed meanwhile.
  if (outcome?.kind === 'missing' || outcome?.kind === 'conflict') return false;
  throw new StoreUnavailable('the store does not write');
};

/** Under its own version, so that the next failure or success of the article replaces it. */
const discardOperation = async ({ client, names }: Store, id: string): Promise<BulkOperation> => {
  const answer: unknown = await unlessAway(client.mget({ index: names.failures, ids: [id] }));
  const [stored] = discardable.parse(answer).docs;
  if (!stored) throw new StoreUnavailable('the failure is written to just now');
  const target = { _index: names.failures, _id: id, version: stored._version, version_type: 'external_gte' };
  return {
    action: JSON.stringify({ index: target }),
    document: JSON.stringify({ ...stored._source, discarded: true }),
  };
};

/** Notes an input that was refused before it was kept: too large to be read at all. */
export const noteRefusal = async ({ client, names }: Store, id: string, reason: string, detail: string) => {
  const record = { id, revision: 0, step: 'accept', reason, detail, at: new Date().toISOString() };
  await sendBulk(client, [
    {
      action: JSON.stringify({ index: { _index: names.failures, _id: id } }),
      document: JSON.stringify(record),
    },
  ]);
};
