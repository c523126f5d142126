import { randomBytes } from 'node:crypto';
import type { RawInput } from '../../domain/article.ts';
import { indexNames } from '../../mappings/names.ts';
import { createAcceptor } from '../../platform/articles/accept.ts';
import { type Config, readConfig } from '../../platform/config.ts';
import { createElasticsearch } from '../../platform/elasticsearch.ts';
import { createEnqueuer } from '../../platform/enqueue.ts';
import { silentLog } from '../../platform/log.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createQueues } from '../../platform/queues.ts';
import { createFailFastRedis } from '../../platform/redis.ts';
import { eraseKeys } from '../../scripts/erase-keys.ts';
import { prepareStore } from '../../worker/definitions.ts';
import { deleteIndices } from './indices.ts';

/** Configuration of an installation that nobody else uses, on the servers of the tests. */
export const testConfig = (more: NodeJS.ProcessEnv = {}): Config =>
  readConfig({
    ELASTICSEARCH_URL: process.env.TEST_ELASTICSEARCH_URL,
    REDIS_URL: process.env.TEST_REDIS_URL,
    DATELINE_PREFIX: `test-${randomBytes(5).toString('hex')}`,
    DATELINE_LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    DATELINE_WORKER_THREADS: '1',
    DATELINE_LOCK_MS: '3000',
    ...more,
  });

/** Everything that takes articles in, and the means to look at what became of them. */
export const openInstallation = async (config: Config) => {
  const client = createElasticsearch(config);
  const redis = createFailFastRedis(config);
  redis.on('error', () => {});
  const names = indexNames(config.prefix);
  await prepareStore(client, config);
  const queues = createQueues(redis, config.prefix);
  const metrics = createMetrics({ ofProcess: false });
  const enqueuer = createEnqueuer({ queues, metrics, log: silentLog() });
  const acceptor = createAcceptor({ client, names, enqueuer, metrics });
  return {
    config,
    client,
    redis,
    names,
    queues,
    acceptor,
    enqueuer,
    /** Resolves when nothing is pending. */
    settled: async (limitMs = 180_000): Promise<void> => {
      for (const end = Date.now() + limitMs; ; ) {
        await client.indices.refresh({ index: names.pending });
        const { count } = await client.count({ index: names.pending });
        if (count === 0) break;
        if (Date.now() > end) throw new Error(`${count} articles are still pending`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await client.indices.refresh({ index: names.allArticleIndices });
    },
    /** Documents that a reader can find, by id. */
    visible: async (): Promise<Record<string, { revision: number; language: string; title: string }[]>> => {
      const { hits } = await client.search<{ id: string; revision: number; language: string; title: string }>(
        {
          index: names.articles,
          size: 10_000,
          _source: ['id', 'revision', 'language', 'title'],
        },
      );
      const found: Record<string, { revision: number; language: string; title: string }[]> = {};
      for (const { _source } of hits.hits) {
        if (!_source) continue;
        const { id, ...rest } = _source;
        found[id] = [...(found[id] ?? []), rest];
      }
      return found;
    },
    /** Deletes all that bears this installation's prefix, and nothing else. */
    erase: async (): Promise<void> => {
      const indices = await client.indices.get({ index: `${config.prefix}-*`, expand_wildcards: 'all' });
      const doomed = Object.keys(indices);
      await deleteIndices(client, doomed);
      await Promise.all([queues.live.close(), queues.bulk.close()]);
      await eraseKeys(redis, config.prefix);
      redis.disconnect();
      await client.close();
    },
  };
};

export type Installation = Awaited<ReturnType<typeof openInstallation>>;

export const jsonInput = (given: RawInput['given']): RawInput => ({
  contentType: 'application/json',
  charset: null,
  content: '',
  given,
});

export const submission = (id: string, given: RawInput['given'], more: object = {}) => ({
  id,
  input: jsonInput(given),
  bytes: JSON.stringify(given).length,
  ...more,
});
