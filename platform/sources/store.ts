import { errors } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { Elasticsearch } from '../elasticsearch.ts';
import { type SourceRecord, sourceRecord } from './records.ts';

export interface SourceStore {
  readonly get: (id: string) => Promise<SourceRecord | null>;
  /** All of them, by address. */
  readonly list: () => Promise<readonly SourceRecord[]>;
  /** Those to be asked now, the longest due first. */
  readonly findDue: (now: Date, most: number) => Promise<readonly SourceRecord[]>;
  /** @returns false if it is there already */
  readonly create: (source: SourceRecord) => Promise<boolean>;
  /**
   * Changes a source as it stands when it is written.
   *
   * @returns what stands now; null if there is no such source (any more)
   */
  readonly change: (id: string, edit: (source: SourceRecord) => SourceRecord) => Promise<SourceRecord | null>;
  /** @returns false if there is none */
  readonly remove: (id: string) => Promise<boolean>;
}

/** As many as one search gives; an installation polls fewer. */
const mostSources = 10_000;
const mostConflicts = 8;
const found = z.object({ hits: z.object({ hits: z.array(z.object({ _source: sourceRecord })) }) });

/** Sources, in Elasticsearch. Every method throws what the client throws. */
export const createSourceStore = (client: Elasticsearch, index: string): SourceStore => {
  const read = async (id: string) => {
    const answer = await client.get({ index, id }, { ignore: [404] });
    return answer.found ? { source: sourceRecord.parse(answer._source), answer } : null;
  };
  const search = async (request: object): Promise<readonly SourceRecord[]> => {
    const answer: unknown = await client.search({ index, ...request });
    return found.parse(answer).hits.hits.map(({ _source }) => _source);
  };
  return {
    get: async (id) => (await read(id))?.source ?? null,
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
    change: async (id, edit) => {
      for (let conflicts = 0; ; conflicts += 1) {
        const stored = await read(id);
        if (!stored) return null;
        const { _seq_no: if_seq_no = 0, _primary_term: if_primary_term = 0 } = stored.answer;
        const changed = edit(stored.source);
        try {
          await client.index({ index, id, document: changed, if_seq_no, if_primary_term, refresh: true });
          return changed;
        } catch (error) {
          const conflict = error instanceof errors.ResponseError && error.statusCode === 409;
          if (!conflict || conflicts >= mostConflicts) throw error;
        }
      }
    },
    remove: async (id) => {
      const answer = await client.delete({ index, id, refresh: true }, { ignore: [404] });
      return answer.result === 'deleted';
    },
  };
};
