import { z } from 'zod';
import type { Elasticsearch } from './elasticsearch.ts';
import { recordsIn } from './records.ts';

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
const record = z.object({ kind: z.string(), at: z.string(), value: curations });

/**
 * @param index  `state`
 * @throws what the client throws, or if the record cannot be read
 */
export const readCurations = async (client: Elasticsearch, index: string): Promise<Curations> =>
  (await recordsIn(client, index, record).get(id))?.value ?? noCurations;

/** @throws what the client throws */
export const changeCurations = async (
  client: Elasticsearch,
  index: string,
  edit: (curations: Curations) => Curations,
): Promise<void> => {
  const edited = ({ value }: { readonly value: Curations }) => ({
    kind: id,
    at: new Date().toISOString(),
    value: edit(value),
  });
  const { change } = recordsIn(client, index, record);
  if (await change(id, edited)) return;
  const document = edited({ value: noCurations });
  const { statusCode } = await client.create(
    { index, id, document, refresh: true },
    { ignore: [409], meta: true },
  );
  // Another command made the first record meanwhile.
  if (statusCode === 409) await change(id, edited);
};
