import { join } from 'node:path';
import { launchElasticsearch, launchRedis } from '../stack/launch.ts';

export interface TestServers {
  readonly elasticsearch: string;
  readonly redis: string;
  readonly stop: () => Promise<void>;
}

/**
 * Real servers for tests, evaluations and benchmarks: those of `TEST_ELASTICSEARCH_URL` / `TEST_REDIS_URL` where
 * set, else new ones on free ports with their data below `folder`. Never `ELASTICSEARCH_URL`: it may be someone's
 * production.
 */
export const launchTestServers = async (folder: string): Promise<TestServers> => {
  const log = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const elasticsearch = process.env.TEST_ELASTICSEARCH_URL
    ? { url: process.env.TEST_ELASTICSEARCH_URL, stop: async () => {} }
    : await launchElasticsearch({ dataDir: join(folder, 'elasticsearch'), leaseSeconds: 2, log });
  const redis = process.env.TEST_REDIS_URL
    ? { url: process.env.TEST_REDIS_URL, stop: async () => {} }
    : await launchRedis({ dataDir: join(folder, 'redis'), log }).catch(async (error: unknown) => {
        await elasticsearch.stop();
        throw error;
      });
  return {
    elasticsearch: elasticsearch.url,
    redis: redis.url,
    stop: async () => {
      await Promise.all([elasticsearch.stop(), redis.stop()]);
    },
  };
};
