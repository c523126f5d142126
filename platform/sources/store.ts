import { z } from 'zod';
import type { Elasticsearch } from '../elasticsearch.ts';
import { recordsIn } from '../records.ts';
import { type SourceRecord, sourceRecord } from './records.ts';

export interface SourceStore {
  readonly get: (id: string) => Promise<SourceRecord | null>;
  /** All of them, by address. */
  readonly list: () => Promise<readonly SourceRecord[]>;
  /** Due sources, the longest due first. */
  readonly findDue: (now: Date, most: number) => Promise<readonly SourceRecord[]>;
  /** @returns false if it already exists */
  readonly create: (source: SourceRecord) => Promise<boolean>;
  /**
   * Changes the current state of a source.
   *
   * @returns the new state; null if there is no such source (any more)
   */
  readonly change: (id: string, edit: (source: SourceRecord) => SourceRecord) => Promise<SourceRecord | null>;
  /** @returns false if there is none */
  readonly remove: (id: string) => Promise<boolean>;
}

/** The most that one search returns; an installation has fewer sources. */
const mostSources = 10_000;
const found = z.object({ hits: z.object({ hits: z.array(z.object({ _source: sourceRecord })) }) });

/** Sources, in Elasticsearch. Every method throws what the client throws. */
export const createSourceStore = (client: Elasticsearch, index: string): SourceStore => {
  const { get, change } = recordsIn(client, index, sourceRecord);
  const search = async (request: object): Promise<readonly SourceRecord[]> => {
    const answer: unknown = await client.search({ index, ...request });
    return found.parse(answer).hits.hits.map(({ _source }) => _source);
  };
  return {
    get,
    list: () => search({ size: mostSources, sort: [{ url: 'asc' }] }),
    findDue: (now, size) =>
      search({
        size,
        query: {
          bool: { filter: [{ term: { active: true } }, { range: { due: { lte: now.toISOString() } } }] },
        },
        sort: [{ due: 'asc' }],
      }),
    create: async (source) => {
      const request = { index, id: source.id, document: source, op_type: 'create', refresh: true } as const;
      const answer = await client.index(request, { ignore: [409] });
      return answer.result === 'created';
    },
    change,
    remove: async (id) => {
      const answer = await client.delete({ index, id, refresh: true }, { ignore: [404] });
      return answer.result === 'deleted';
    },
  };
};
