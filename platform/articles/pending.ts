import type { Client, estypes } from '@elastic/elasticsearch';
import type { Lane } from '../../domain/submission.ts';
import type { BulkOperation } from '../bulk.ts';
import type { StoreNames } from '../names.ts';
import { type JobItem, jobIdOf } from '../queues.ts';
import type { PendingRecord } from './records.ts';
import { unlessAway } from './stored.ts';

/** What one record of `pending` represents: a batch of articles, or one article under its own id. */
export interface PendingWork {
  readonly items: readonly JobItem[];
  readonly queue: Lane;
  readonly since: string;
  /** Only of a single article: earliest time to index it. */
  readonly notBefore?: string | null | undefined;
  /** Indexed before, so documents in other languages' indices must be looked up. */
  readonly replay?: boolean | null | undefined;
  /** Of the request that brought it. */
  readonly trace?: string | null | undefined;
}

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/**
 * Adds work to the list. A single article is stored under its id, with its revision as version, so that an older one
 * never replaces a newer one; a batch under a hash of its items.
 */
export const pendingOperation = (
  { pending }: StoreNames,
  { items, queue, since, notBefore, replay, trace }: PendingWork,
): BulkOperation => {
  const about = { queue, since, ...(replay ? { replay } : {}), ...(trace ? { trace } : {}) };
  const [only, ...others] = items;
  if (only === undefined || others.length > 0) {
    return {
      action: JSON.stringify({ index: { _index: pending, _id: jobIdOf(items) } }),
      document: JSON.stringify({
        ...about,
        articles: items.length,
        items: [...items],
      } satisfies PendingRecord),
    };
  }
  const record: PendingRecord = { ...only, ...about, ...(notBefore ? { notBefore } : {}) };
  const { id: _id, revision: version } = only;
  return {
    action: JSON.stringify({ index: { _index: pending, _id, version, version_type: 'external_gte' } }),
    document: JSON.stringify(record),
  };
};

/** Removes one article from the list, unless a newer revision of it is listed. */
const strikeOffArticle = ({ pending }: StoreNames, id: string, revision: number): BulkOperation => ({
  action: JSON.stringify({
    delete: { _index: pending, _id: id, version: revision, version_type: 'external_gte' },
  }),
});

/** Removes a whole batch from the list; allowed only when all its articles are finished. */
const strikeOffBatch = ({ pending }: StoreNames, items: readonly JobItem[]): BulkOperation => ({
  action: JSON.stringify({ delete: { _index: pending, _id: jobIdOf(items) } }),
});

/** @param isBatch whether one record represents all items, instead of one record each */
export const strikeOff = (
  names: StoreNames,
  items: readonly JobItem[],
  isBatch: boolean,
): readonly BulkOperation[] =>
  isBatch
    ? [strikeOffBatch(names, items)]
    : items.map(({ id, revision }) => strikeOffArticle(names, id, revision));

/** Whether an article waits, under its own id or in a batch. @throws {StoreUnavailable} */
export const isPending = async ({ client, names: { pending } }: Store, id: string): Promise<boolean> => {
  if (await unlessAway(client.exists({ index: pending, id }))) return true;
  await unlessAway(client.indices.refresh({ index: pending }));
  const query = { term: { 'items.id': id } };
  const { count } = await unlessAway(client.count({ index: pending, query }));
  return count > 0;
};

/**
 * How many articles wait, without embargoed ones.
 *
 * @param until  only those accepted up to this instant
 * @throws {StoreUnavailable}
 */
export const countPending = async (
  { client, names: { pending } }: Store,
  until: string | null = null,
): Promise<number> => {
  await unlessAway(client.indices.refresh({ index: pending }));
  const { aggregations } = await unlessAway(
    client.search<unknown, { articles: estypes.AggregationsSumAggregate }>({
      index: pending,
      size: 0,
      query: {
        bool: {
          must_not: { range: { notBefore: { gt: 'now' } } },
          filter: until === null ? [] : [{ range: { since: { lte: until } } }],
        },
      },
      // A single article's record has no count.
      aggs: { articles: { sum: { field: 'articles', missing: 1 } } },
    }),
  );
  return aggregations?.articles.value ?? 0;
};

/**
 * Since when the oldest unfinished work could have been seen by readers: from its acceptance, or the end of its embargo.
 *
 * @returns null if nothing is due
 * @throws {StoreUnavailable}
 */
export const oldestPending = async ({ client, names: { pending } }: Store): Promise<string | null> => {
  await unlessAway(client.indices.refresh({ index: pending }));
  const embargoed = { exists: { field: 'notBefore' } };
  const { aggregations } = await unlessAway(
    client.search<unknown, Record<'open' | 'lifted', { oldest: estypes.AggregationsMinAggregate }>>({
      index: pending,
      size: 0,
      aggs: {
        open: {
          filter: { bool: { must_not: [embargoed] } },
          aggs: { oldest: { min: { field: 'since' } } },
        },
        lifted: {
          filter: { range: { notBefore: { lte: 'now' } } },
          aggs: { oldest: { min: { field: 'notBefore' } } },
        },
      },
    }),
  );
  const instants = [aggregations?.open, aggregations?.lifted].flatMap((group) => group?.oldest.value ?? []);
  return instants.length === 0 ? null : new Date(Math.min(...instants)).toISOString();
};

/** The work that a record represents. */
export const readPending = (record: PendingRecord): PendingWork => {
  if ('items' in record) return record;
  const { id, revision, bytes, ...rest } = record;
  return { ...rest, items: [{ id, revision, bytes }] };
};
