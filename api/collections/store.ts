import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { translatingErrors } from '../search/execute.ts';
import { type CollectionRecord, collectionRecord } from './schema.ts';

/** Lists hold no more; a key has no more. */
export const MOST_COLLECTIONS = 200;

export interface CollectionStore {
  readonly get: (id: string) => Promise<CollectionRecord | null>;
  /** Shared ones, and those of the key, by name. */
  readonly list: (key: string | null) => Promise<readonly CollectionRecord[]>;
  readonly count: (key: string) => Promise<number>;
  readonly put: (collection: CollectionRecord) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const found = z.object({ hits: z.object({ hits: z.array(z.object({ _source: collectionRecord })) }) });
/** Where there is none, or no index yet, the answer has no source; a record that cannot be read is an error. */
const one = z.object({ _source: collectionRecord.optional() });

export const newCollectionId = (): string => randomBytes(12).toString('hex');

/** @throws {SearchUnavailable} by every method */
export const createCollectionStore = (client: Elasticsearch, index: string): CollectionStore => ({
  get: (id) =>
    translatingErrors(async () => {
      const answer: unknown = await client.get({ index, id }, { ignore: [404] });
      return one.parse(answer)._source ?? null;
    }),
  list: (key) =>
    translatingErrors(async () => {
      const own = key === null ? [] : [{ term: { key } }];
      const answer: unknown = await client.search({
        index,
        size: MOST_COLLECTIONS,
        query: { bool: { should: [{ term: { shared: true } }, ...own], minimum_should_match: 1 } },
        sort: [{ name: 'asc' }, { id: 'asc' }],
      });
      return found.parse(answer).hits.hits.map(({ _source }) => _source);
    }),
  count: (key) =>
    translatingErrors(async () => (await client.count({ index, query: { term: { key } } })).count),
  put: (collection) =>
    translatingErrors(async () => {
      await client.index({ index, id: collection.id, document: collection, refresh: 'wait_for' });
    }),
  remove: (id) =>
    translatingErrors(async () => {
      await client.delete({ index, id, refresh: 'wait_for' }, { ignore: [404] });
    }),
});
