import { z } from 'zod';
import { createSavedSearchStore, type SavedSearchStore } from '../alerts/store.ts';
import { deleteMatching } from '../delete-matching.ts';
import type { Elasticsearch } from '../elasticsearch.ts';
import { type SubscriptionRecord, subscriptionRecord } from './record.ts';

export interface SubscriptionStore extends SavedSearchStore<SubscriptionRecord> {
  /**
   * Writes what a request leaves: a new record, or a changed one. Not refreshed, so that both take the same time.
   *
   * @returns false if another writer was faster
   */
  readonly save: (
    id: string,
    edit: (stored: SubscriptionRecord | null) => SubscriptionRecord,
  ) => Promise<boolean>;
  /** Those whose confirmation is to be sent now. */
  readonly findDue: (now: Date) => Promise<readonly SubscriptionRecord[]>;
  /** Deletes those that nobody confirmed in time. @returns how many */
  readonly forgetUnconfirmed: (now: Date) => Promise<number>;
  readonly countByState: () => Promise<ReadonlyMap<string, number>>;
}

const atOnce = 100;
const found = z.object({ hits: z.object({ hits: z.array(z.object({ _source: subscriptionRecord })) }) });
const counted = z.object({
  aggregations: z.object({
    states: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
  }),
});

/** Searches followed by e-mail, in Elasticsearch. Every method throws what the client throws. */
export const createSubscriptionStore = (client: Elasticsearch, index: string): SubscriptionStore => ({
  ...createSavedSearchStore(client, index, subscriptionRecord),
  save: async (id, edit) => {
    const answer = await client.get({ index, id }, { ignore: [404] });
    const { _seq_no: if_seq_no = 0, _primary_term: if_primary_term = 0 } = answer;
    const stored = answer.found ? subscriptionRecord.parse(answer._source) : null;
    const place = stored ? { if_seq_no, if_primary_term } : { op_type: 'create' as const };
    const { _seq_no } = await client.index(
      { index, id, document: edit(stored), ...place },
      { ignore: [409] },
    );
    return _seq_no !== undefined;
  },
  findDue: async (now) => {
    await client.indices.refresh({ index });
    const answer: unknown = await client.search({
      index,
      size: atOnce,
      query: { range: { due: { lte: now.toISOString() } } },
      sort: [{ due: 'asc' }],
    });
    return found.parse(answer).hits.hits.map(({ _source }) => _source);
  },
  forgetUnconfirmed: (now) =>
    deleteMatching(client, index, { range: { expires: { lt: now.toISOString() } } }),
  countByState: async () => {
    const answer: unknown = await client.search({
      index,
      size: 0,
      aggs: { states: { terms: { field: 'state' } } },
    });
    const { buckets } = counted.parse(answer).aggregations.states;
    return new Map(buckets.map(({ key, doc_count }) => [key, doc_count]));
  },
});
