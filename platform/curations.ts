import { errors } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { Elasticsearch } from './elasticsearch.ts';

/** Articles that are shown first for a query. */
const bestBet = z.object({
  /** As it was typed; compared by `foldQuery` (authorities/words). */
  query: z.string(),
  /** Ids of articles, the first one on top. */
  articles: z.array(z.string()),
});
export type BestBet = z.infer<typeof bestBet>;

/** What an operator decides for one installation: best bets, and synonyms beside those of the languages. */
const curations = z.object({
  bestBets: z.array(bestBet).default([]),
  /** Groups of words that mean the same. */
  synonyms: z.array(z.array(z.string())).default([]),
});
export type Curations = z.output<typeof curations>;

export const noCurations: Curations = { bestBets: [], synonyms: [] };

/** One record holds all, and every API process reads it every few seconds. */
export const mostCurations = {
  bestBets: 1000,
  articles: 10,
  groups: 1000,
  forms: 20,
  /** Characters of a query, and of a form. */
  query: 200,
  form: 100,
} as const;

const id = 'curations';
const stored = z.object({
  _seq_no: z.number(),
  _primary_term: z.number(),
  _source: z.object({ value: curations }),
});

/**
 * @param index  `state`
 * @throws what the client throws, or if the record cannot be read
 */
export const readCurations = async (client: Elasticsearch, index: string): Promise<Curations> =>
  (await readStored(client, index))?._source.value ?? noCurations;

const readStored = async (client: Elasticsearch, index: string) => {
  const answer = await client.get({ index, id }, { ignore: [404] });
  return answer.found ? stored.parse(answer) : null;
};

/** Two commands may run at once: the one that loses a race decides anew. */
const mostRaces = 8;

/** @throws what the client throws */
export const changeCurations = async (
  client: Elasticsearch,
  index: string,
  edit: (curations: Curations) => Curations,
): Promise<Curations> => {
  for (let races = 1; ; races += 1) {
    const before = await readStored(client, index);
    const value = edit(before?._source.value ?? noCurations);
    const guard = before
      ? { if_seq_no: before._seq_no, if_primary_term: before._primary_term }
      : { op_type: 'create' as const };
    try {
      const document = { kind: id, at: new Date().toISOString(), value };
      await client.index({ index, id, document, refresh: true, ...guard });
      return value;
    } catch (error) {
      const lost = error instanceof errors.ResponseError && error.statusCode === 409;
      if (!lost || races >= mostRaces) throw error;
    }
  }
};
