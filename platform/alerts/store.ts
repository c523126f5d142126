import { z } from 'zod';
import type { Elasticsearch } from '../elasticsearch.ts';
import { recordsIn } from '../records.ts';
import { type AlertRecord, alertRecord } from './records.ts';

/** Searches saved by keys, or by readers who follow them by e-mail. */
export interface SavedSearchStore<T extends AlertRecord> {
  readonly get: (id: string) => Promise<T | null>;
  /** Of one owner, or of all; newest first. */
  readonly list: (key: string | null, page: Page) => Promise<T[]>;
  readonly count: (key: string | null) => Promise<number>;
  readonly create: (alert: T) => Promise<void>;
  /**
   * Changes the current state of a saved search.
   *
   * @returns the new state; null if there is none (any more)
   */
  readonly change: (id: string, edit: (alert: T) => T) => Promise<T | null>;
  /** @returns false if there is none */
  readonly remove: (id: string) => Promise<boolean>;
  /** Every one, in order of id. */
  readonly each: () => AsyncGenerator<readonly T[]>;
  /** Every one that is switched on, in order of id. */
  readonly eachActive: () => AsyncGenerator<readonly T[]>;
  /** Records up to when they have searched; one that was deleted meanwhile is left out. */
  readonly noteLooked: (ids: readonly string[], looked: string) => Promise<void>;
}

export interface AlertStore extends SavedSearchStore<AlertRecord> {
  /** Until when the receiver of an alert's webhook is not called; null if it may be called. */
  readonly noteRest: (id: string, until: string | null) => Promise<void>;
}

export interface Page {
  readonly from: number;
  readonly size: number;
}

const pageSize = 200;

/** Alerts, in Elasticsearch. Every method throws what the client throws. */
export const createAlertStore = (client: Elasticsearch, index: string): AlertStore => {
  const store = createSavedSearchStore(client, index, alertRecord);
  return {
    ...store,
    noteRest: async (id, restsUntil) => {
      await store.change(id, (alert) => {
        const { webhook } = alert.value;
        return { ...alert, value: { ...alert.value, webhook: webhook && { ...webhook, restsUntil } } };
      });
    },
  };
};

/** Saved searches of one kind. Every method throws what the client throws. */
export const createSavedSearchStore = <T extends AlertRecord>(
  client: Elasticsearch,
  index: string,
  schema: z.ZodType<T>,
): SavedSearchStore<T> => {
  const found = z.object({ hits: z.object({ hits: z.array(z.object({ _source: schema })) }) });
  const ofKey = (key: string | null) => (key === null ? { match_all: {} } : { term: { key } });
  const { get, change } = recordsIn(client, index, schema);
  const walk = async function* (query: Readonly<Record<string, unknown>>): AsyncGenerator<readonly T[]> {
    // Refresh, because otherwise the next run would read the previous end.
    await client.indices.refresh({ index });
    for (let after: string | null = null; ; ) {
      const answer: unknown = await client.search({
        index,
        size: pageSize,
        query,
        sort: [{ id: 'asc' }],
        ...(after === null ? {} : { search_after: [after] }),
      });
      const alerts = found.parse(answer).hits.hits.map(({ _source }) => _source);
      if (alerts.length > 0) yield alerts;
      after = alerts.at(-1)?.id ?? null;
      if (alerts.length < pageSize) return;
    }
  };
  return {
    get,
    list: async (key, { from, size }) => {
      const answer: unknown = await client.search({
        index,
        from,
        size,
        query: ofKey(key),
        sort: [{ created: 'desc' }, { id: 'asc' }],
      });
      return found.parse(answer).hits.hits.map(({ _source }) => _source);
    },
    count: async (key) => (await client.count({ index, query: ofKey(key) })).count,
    create: async (alert) => {
      await client.index({ index, id: alert.id, document: alert, op_type: 'create', refresh: 'wait_for' });
    },
    change,
    remove: async (id) => {
      const answer = await client.delete({ index, id, refresh: true }, { ignore: [404] });
      return answer.result === 'deleted';
    },
    each: () => walk({ match_all: {} }),
    eachActive: () => walk({ term: { active: true } }),
    noteLooked: async (ids, looked) => {
      if (ids.length === 0) return;
      // A conflict or a missing alert needs nothing: the next run looks from further back, or not at all.
      await client.bulk({
        index,
        operations: ids.flatMap((_id) => [{ update: { _id, retry_on_conflict: 3 } }, { doc: { looked } }]),
      });
    },
  };
};
