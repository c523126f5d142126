import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { collectionParts } from '../search/collections-clause.ts';
import { translatingErrors } from '../search/execute.ts';
import { type CollectionRecord, collectionRecord, type ListedRecord, listedRecord } from './schema.ts';

/** Most collections of a key. */
export const MOST_COLLECTIONS = 200;
/** Most shared collections of a key. */
export const MOST_SHARED = 20;

interface Page {
  readonly from: number;
  readonly size: number;
}

export interface CollectionStore {
  readonly get: (id: string) => Promise<CollectionRecord | null>;
  /** Collections of the key, then shared ones, each group by name; without members. */
  readonly list: (
    key: string | null,
    page: Page,
  ) => Promise<{ readonly total: number; readonly results: readonly ListedRecord[] }>;
  readonly count: (key: string) => Promise<number>;
  readonly countShared: (key: string) => Promise<number>;
  readonly put: (collection: CollectionRecord) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const found = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _source: listedRecord })),
  }),
});
/** Without a record, or without an index, the answer has no source; an unreadable record is an error. */
const one = z.object({ _source: collectionRecord.optional() });

const memberPaths = Object.keys(collectionParts).map((part) => `value.${part}`);

export const newCollectionId = (): string => randomBytes(12).toString('hex');

/** Every method @throws {SearchUnavailable}. */
export const createCollectionStore = (client: Elasticsearch, index: string): CollectionStore => ({
  get: (id) =>
    translatingErrors(async () => {
      const answer: unknown = await client.get({ index, id }, { ignore: [404] });
      return one.parse(answer)._source ?? null;
    }),
  list: (key, { from, size }) =>
    translatingErrors(async () => {
      const own = key === null ? [] : [{ term: { key } }];
      const answer: unknown = await client.search({
        index,
        from,
        size,
        track_total_hits: true,
        _source: { includes: Object.keys(listedRecord.shape), excludes: memberPaths },
        query: {
          bool: {
            filter: [{ bool: { should: [{ term: { shared: true } }, ...own], minimum_should_match: 1 } }],
            // Shared collections of others never push a key's own out of its list.
            should: own.map((filter) => ({ constant_score: { filter } })),
          },
        },
        sort: [{ _score: { order: 'desc' } }, { name: 'asc' }, { id: 'asc' }],
      });
      const { total, hits } = found.parse(answer).hits;
      return { total: total.value, results: hits.map(({ _source }) => _source) };
    }),
  count: (key) =>
    translatingErrors(async () => (await client.count({ index, query: { term: { key } } })).count),
  countShared: (key) =>
    translatingErrors(async () => {
      const filter = [{ term: { key } }, { term: { shared: true } }];
      return (await client.count({ index, query: { bool: { filter } } })).count;
    }),
  put: (collection) =>
    translatingErrors(async () => {
      await client.index({ index, id: collection.id, document: collection, refresh: 'wait_for' });
    }),
  remove: (id) =>
    translatingErrors(async () => {
      await client.delete({ index, id, refresh: 'wait_for' }, { ignore: [404] });
    }),
});
