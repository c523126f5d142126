import { errors } from '@elastic/elasticsearch';
import type { z } from 'zod';
import type { Elasticsearch } from './elasticsearch.ts';

/** Records of one kind, each a document that several writers may change. */
export interface Records<T> {
  readonly get: (id: string) => Promise<T | null>;
  /**
   * Changes the current state of a record.
   *
   * @returns the new state; null if there is no such record (any more)
   */
  readonly change: (id: string, edit: (record: T) => T) => Promise<T | null>;
}

/** After losing this many races in a row, a writer gives up. */
const mostConflicts = 8;

/** Every method throws what the client throws. */
export const recordsIn = <T>(client: Elasticsearch, index: string, schema: z.ZodType<T>): Records<T> => {
  const read = async (id: string) => {
    const answer = await client.get({ index, id }, { ignore: [404] });
    return answer.found ? { record: schema.parse(answer._source), answer } : null;
  };
  return {
    get: async (id) => (await read(id))?.record ?? null,
    change: async (id, edit) => {
      for (let conflicts = 0; ; conflicts += 1) {
        const stored = await read(id);
        if (!stored) return null;
        const { _seq_no: if_seq_no = 0, _primary_term: if_primary_term = 0 } = stored.answer;
        const document = edit(stored.record);
        try {
          await client.index({ index, id, document, if_seq_no, if_primary_term, refresh: true });
          return document;
        } catch (error) {
          const conflict = error instanceof errors.ResponseError && error.statusCode === 409;
          if (!conflict || conflicts >= mostConflicts) throw error;
        }
      }
    },
  };
};
