import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';
import type { Config } from './config.ts';
import { WholeAnswers } from './whole-answers.ts';

export type { Client as Elasticsearch };

/**
 * A client without automatic retries: writers read every result and decide, and an overloaded server does not get the
 * same search three times. Incomplete answers are errors.
 */
export const createElasticsearch = ({ elasticsearch }: Pick<Config, 'elasticsearch'>): Client => {
  const { urls, apiKey, username, password, caFile } = elasticsearch;
  const login = username ? { username, password: password ?? '' } : undefined;
  const auth = apiKey ? { apiKey } : login;
  return new Client({
    nodes: [...urls],
    Transport: WholeAnswers,
    maxRetries: 0,
    requestTimeout: 30_000,
    ...(auth ? { auth } : {}),
    ...(caFile ? { tls: { ca: readFileSync(caFile) } } : {}),
  });
};
