import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import express from 'express';
import { createSigner } from '../../api/access/signer.ts';
import { createApp, type MountedRouter } from '../../api/app.ts';
import { createConcurrencyLimit } from '../../api/search/concurrency-limit.ts';
import { createArchiveNames } from '../../api/search/count-archive.ts';
import { countUnshown } from '../../api/search/count-unshown.ts';
import { type Curated, createCurated, withOwnSynonyms } from '../../api/search/curated.ts';
import { createExecutor } from '../../api/search/execute.ts';
import { createPrintedNames } from '../../api/search/read-printed-names.ts';
import { createApiServer } from '../../api/server.ts';
import type { ApiServices } from '../../api/services.ts';
import { loadAgencies } from '../../authorities/agencies/index.ts';
import { loadPeople, type PeopleAuthority } from '../../authorities/people/index.ts';
import { loadPlaces } from '../../authorities/places/index.ts';
import { loadPublishers } from '../../authorities/publishers/index.ts';
import { loadLexicon } from '../../authorities/words/index.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { languages } from '../../languages/index.ts';
import { indexNames } from '../../mappings/names.ts';
import { requiredIndices } from '../../mappings/required.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch } from '../../platform/elasticsearch.ts';
import { createLog, silentLog } from '../../platform/log.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createFailFastRedis } from '../../platform/redis.ts';
import { eraseKeys } from '../../scripts/erase-keys.ts';
import { checkContract } from './contract.ts';
import { indexDocuments } from './index-documents.ts';
import { createIndices, deleteIndices } from './indices.ts';

export interface SearchService {
  readonly url: string;
  readonly key: string;
  /** Best bets and synonyms; none until a test sets or follows them. */
  readonly curated: Curated;
  readonly services: ApiServices;
  /** The variables it was made with, for other processes of the same installation. */
  readonly environment: NodeJS.ProcessEnv;
  /** Writes documents and makes them searchable. */
  readonly index: (documents: readonly ArticleDocument[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * The API on a free port, over real servers, under a prefix of its own; languages as asked. Every answer is compared
 * with the OpenAPI document; `stop` throws what differs.
 */
export const startSearchService = async ({
  codes = ['en', 'zh', 'ru', 'ar', 'und'],
  shards = 1,
  mounted = [],
  people = loadPeople(),
  environment = {},
}: {
  codes?: readonly string[];
  shards?: number;
  mounted?: readonly MountedRouter[];
  people?: PeopleAuthority;
  /** Variables beside those that the tests set. */
  environment?: NodeJS.ProcessEnv;
} = {}): Promise<SearchService> => {
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const key = randomBytes(24).toString('hex');
  const given = {
    DATELINE_PREFIX: prefix,
    DATELINE_KEY: key,
    ELASTICSEARCH_URL: process.env.TEST_ELASTICSEARCH_URL,
    REDIS_URL: process.env.TEST_REDIS_URL,
    DATELINE_PORT: '0',
    ...environment,
  };
  const contract = checkContract();
  const outer = express().use(contract.watch);
  const server = createApiServer(outer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  const variables = { DATELINE_PUBLIC_URL: url, ...given };
  const config = readConfig(variables);
  const elasticsearch = createElasticsearch(config);
  const redis = createFailFastRedis(config);
  redis.on('error', () => {});
  const agencies = loadAgencies();
  const log = process.env.TEST_LOG_LEVEL ? createLog({ logLevel: 'error' }, 'test') : silentLog();
  const metrics = createMetrics({ ofProcess: false });
  const searchLimit = createConcurrencyLimit(4);
  const execute = createExecutor(elasticsearch, searchLimit, countUnshown({ log, metrics }));
  const clock = () => new Date();
  const archive = createArchiveNames(execute, { prefix, clock, log });
  const curated = createCurated();
  const services: ApiServices = {
    config,
    elasticsearch,
    redis,
    log,
    metrics,
    clock,
    closing: new AbortController().signal,
    authorities: {
      agencies,
      people,
      places: loadPlaces(),
      publishers: loadPublishers(agencies),
      collections: indexNames(prefix).collections,
      synonyms: withOwnSynonyms({ expand: () => [] }, curated),
      curated,
      archive,
      printed: createPrintedNames(execute, { prefix, clock, log }),
      across: { lexicon: loadLexicon(), indexOf: indexNames(prefix).readingOf, held: archive.languages },
    },
    searchLimit,
    execute,
    signer: createSigner(elasticsearch, prefix),
  };
  const names = indexNames(prefix);
  const profiles = languages.filter(({ code }) => codes.includes(code));
  await createIndices(
    elasticsearch,
    requiredIndices(names, profiles, new Date(), { shards }).map(({ name, body, aliases }) => ({
      index: name,
      ...body,
      aliases,
    })),
  );
  outer.use(createApp(services, mounted));
  return {
    url,
    key,
    services,
    curated,
    environment: variables,
    index: (documents) => indexDocuments(elasticsearch, prefix, documents),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      const made = await elasticsearch.cat.indices({ index: `${prefix}-*`, format: 'json' });
      await deleteIndices(
        elasticsearch,
        made.flatMap(({ index }) => index ?? []),
      );
      await elasticsearch.close();
      await eraseKeys(redis, prefix);
      redis.disconnect();
      const faults = contract.faults();
      if (faults.length > 0)
        throw new Error(`answers that OpenAPI does not allow:\n${faults.slice(0, 20).join('\n')}`);
    },
  };
};

const portOf = (server: Server): number => {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
};
