import { z } from 'zod';
import { deleteMatching } from '../delete-matching.ts';
import type { Elasticsearch } from '../elasticsearch.ts';
import type { StoreNames } from '../names.ts';
import { type EntryRecord, entryIdOf, entryRecord, entryStates } from './records.ts';
import { createEntryWriter, type EntryWriter, inParts, type StoredEntry } from './write-entries.ts';

export interface EntryCounts extends Readonly<Record<EntryRecord['state'], number>> {}

export interface EntryStore extends EntryWriter {
  /** Stored entries for some articles of a source, by article. */
  readonly known: (
    source: string,
    articles: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<EntryRecord, 'sign' | 'seen'>>>;
  /** Hosts of waiting entries, unordered. */
  readonly hosts: (now: Date) => Promise<readonly string[]>;
  /** Entries of one host that are due, the oldest first. */
  readonly findDue: (host: string, now: Date, most: number) => Promise<readonly StoredEntry[]>;
  /** How many wait, over all sources. */
  readonly countWaiting: () => Promise<number>;
  /** By source, for sources with entries. */
  readonly countsOf: (sources: readonly string[]) => Promise<ReadonlyMap<string, EntryCounts>>;
  /** Deletes the entries of a source. */
  readonly forget: (source: string) => Promise<void>;
  /** Deletes finished entries that left their source before an instant. */
  readonly forgetOld: (before: Date) => Promise<void>;
  readonly refresh: () => Promise<void>;
}

const foundEntry = z
  .object({ _id: z.string(), _source: entryRecord, _seq_no: z.number(), _primary_term: z.number() })
  .transform(
    ({ _id, _source, _seq_no, _primary_term }): StoredEntry => ({
      id: _id,
      entry: _source,
      seqNo: _seq_no,
      primaryTerm: _primary_term,
    }),
  );
const found = z.object({
  hits: z.object({ hits: z.array(foundEntry) }),
});
const known = z.object({
  docs: z.array(
    z.object({ _source: entryRecord.pick({ article: true, sign: true, seen: true }).optional() }),
  ),
});
const buckets = z.array(z.object({ key: z.string(), doc_count: z.number() }));
const counted = z.object({ aggregations: z.object({ values: z.object({ buckets }) }) });

/** Entries of sources, in Elasticsearch. Every method throws what the client throws. */
export const createEntryStore = (
  client: Elasticsearch,
  names: StoreNames & { readonly entries: string },
): EntryStore => {
  const index = names.entries;
  const waiting = (now: Date) => [
    { term: { state: 'waiting' } },
    { range: { due: { lte: now.toISOString() } } },
  ];
  const count = async (field: string, filter: object[], size: number) => {
    const aggs = { values: { terms: { field, size } } };
    const answer: unknown = await client.search({ index, size: 0, query: { bool: { filter } }, aggs });
    return counted.parse(answer).aggregations.values.buckets;
  };
  return {
    known: async (source, articles) => {
      const all = new Map<string, Pick<EntryRecord, 'sign' | 'seen'>>();
      for (const part of inParts(articles)) {
        const answer: unknown = await client.mget({
          index,
          ids: part.map((article) => entryIdOf(source, article)),
          _source: ['article', 'sign', 'seen'],
        });
        for (const { _source } of known.parse(answer).docs) if (_source) all.set(_source.article, _source);
      }
      return all;
    },
    ...createEntryWriter(client, names),
    hosts: async (now) => (await count('host', waiting(now), 1000)).map(({ key }) => key),
    findDue: async (host, now, size) => {
      const answer: unknown = await client.search({
        index,
        size,
        seq_no_primary_term: true,
        query: { bool: { filter: [{ term: { host } }, ...waiting(now)] } },
        sort: [{ due: 'asc' }],
      });
      return found.parse(answer).hits.hits;
    },
    countWaiting: async () => (await client.count({ index, query: { term: { state: 'waiting' } } })).count,
    countsOf: async (sources) => {
      const of = async (state: EntryRecord['state']) => {
        const filter = [{ term: { state } }, { terms: { source: [...sources] } }];
        const rows = await count('source', filter, Math.max(1, sources.length));
        return new Map(rows.map(({ key, doc_count }) => [key, doc_count]));
      };
      const [waiting, taken, refused] = await Promise.all(entryStates.map(of));
      return new Map(
        sources.map((id) => [
          id,
          { waiting: waiting?.get(id) ?? 0, taken: taken?.get(id) ?? 0, refused: refused?.get(id) ?? 0 },
        ]),
      );
    },
    forget: async (source) => {
      const query = { term: { source } };
      await deleteMatching(client, index, query);
    },
    forgetOld: async (before) => {
      const query = {
        bool: {
          filter: [{ range: { seen: { lt: before.toISOString() } } }],
          must_not: [{ term: { state: 'waiting' } }],
        },
      };
      await deleteMatching(client, index, query);
    },
    refresh: async () => void (await client.indices.refresh({ index })),
  };
};
