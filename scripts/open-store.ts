import { indexNames } from '../mappings/names.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createElasticsearch } from '../platform/elasticsearch.ts';
import { createEnqueuer } from '../platform/enqueue.ts';
import { createLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { createQueues } from '../platform/queues.ts';
import { createFailFastRedis } from '../platform/redis.ts';

/** Clients and services for commands; the caller closes them. */
export const openStore = (config: Config) => {
  const client = createElasticsearch(config);
  const redis = createFailFastRedis(config);
  redis.on('error', () => {});
  const queues = createQueues(redis, config.prefix);
  const metrics = createMetrics({ ofProcess: false });
  const log = createLog({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }, 'command');
  return {
    config,
    client,
    redis,
    queues,
    metrics,
    log,
    names: indexNames(config.prefix),
    enqueuer: createEnqueuer({ queues, metrics, log }),
    close: async (): Promise<void> => {
      await Promise.allSettled([queues.live.close(), queues.bulk.close()]);
      redis.disconnect();
      await client.close();
    },
  };
};

export type CommandStore = ReturnType<typeof openStore>;

/** Opens the configured store for one command and closes it afterwards. */
export const withStore = async (work: (store: CommandStore) => Promise<void>): Promise<void> => {
  const store = openStore(readConfig());
  try {
    await work(store);
  } finally {
    await store.close();
  }
};
