import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors.ts';
import { noteReappeared } from '../alerts/reappeared.ts';
import { sendBulk } from '../bulk.ts';
import type { Enqueuer } from '../enqueue.ts';
import type { StoreNames } from '../names.ts';
import { redoArticles } from './redo.ts';
import { readHeads, unlessAway } from './stored.ts';

const failure = z.looseObject({
  id: z.string(),
  revision: z.number(),
  step: z.string().optional(),
  reason: z.string(),
  detail: z.string().optional(),
  at: z.string(),
});
export type FailureRecord = z.infer<typeof failure>;

const hits = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _source: failure, sort: z.array(z.unknown()).optional() })),
  }),
});

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

export interface FailureQuery {
  readonly reason?: string | undefined;
  /** Only those of the request or import with this trace. */
  readonly trace?: string;
  readonly size?: number;
  readonly from?: number;
}

/** Failures, newest first. */
export const listFailures = async (
  { client, names }: Store,
  { reason, trace, size = 50, from = 0 }: FailureQuery = {},
): Promise<{ readonly total: number; readonly failures: readonly FailureRecord[] }> => {
  const response = await unlessAway(
    client.search({
      index: names.failures,
      size,
      from,
      track_total_hits: true,
      query: {
        bool: {
          filter: [reason && { term: { reason } }, trace && { term: { trace } }].filter(
            (term) => typeof term === 'object',
          ),
        },
      },
      sort: [{ at: { order: 'desc', unmapped_type: 'date' } }],
    }),
  );
  const found = hits.parse(response).hits;
  return { total: found.total.value, failures: found.hits.map(({ _source }) => _source) };
};

/**
 * All failures of one request or import. Refreshes first, so that no failure written so far is missing.
 *
 * @throws {StoreUnavailable}
 */
export async function* readFailuresOf(
  { client, names }: Store,
  trace: string,
): AsyncGenerator<FailureRecord> {
  await unlessAway(client.indices.refresh({ index: names.failures }));
  const size = 1000;
  for (let after: unknown[] | undefined; ; ) {
    const response = await unlessAway(
      client.search({
        index: names.failures,
        size,
        track_total_hits: true,
        query: { term: { trace } },
        sort: [{ at: { order: 'asc', unmapped_type: 'date' } }, { id: 'asc' }],
        ...(after === undefined ? {} : { search_after: sortValues.parse(after) }),
      }),
    );
    const found = hits.parse(response).hits.hits;
    for (const { _source } of found) yield _source;
    if (found.length < size) return;
    after = found.at(-1)?.sort;
  }
}

const sortValues = z.array(z.union([z.string(), z.number()]));

/** @returns `null` if the article has not failed */
export const readFailure = async ({ client, names }: Store, id: string): Promise<FailureRecord | null> => {
  const response = await unlessAway(client.mget({ index: names.failures, ids: [id] }));
  const [doc] = response.docs;
  return doc && 'found' in doc && doc.found ? failure.parse(doc._source) : null;
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

/** Forgets a failure; the input stays. @returns whether there was one */
export const discardFailure = async ({ client, names }: Store, id: string): Promise<boolean> => {
  const [outcome] = await sendBulk(client, [
    { action: JSON.stringify({ delete: { _index: names.failures, _id: id } }) },
  ]);
  if (outcome?.kind === 'written') return true;
  if (outcome?.kind === 'missing') return false;
  throw new StoreUnavailable('the store does not write');
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
