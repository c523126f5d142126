import { join } from 'node:path';
import { launchElasticsearch } from './elasticsearch.ts';
import { launchRedis } from './redis.ts';
import { foundServer, LaunchFailed, type Server } from './server.ts';

export { launchElasticsearch } from './elasticsearch.ts';
export { launchRedis } from './redis.ts';
export { LaunchFailed, type Server } from './server.ts';

export interface Servers {
  readonly elasticsearch: Server;
  readonly redis: Server;
  /** Stops only the servers that were launched here. */
  readonly stop: () => Promise<void>;
}

export interface FindOptions {
  /** What is launched keeps its data in `elasticsearch/` and `redis/` below it. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  readonly heapMb?: number;
  /** Default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Finds or launches the servers. The first of these is used: `ELASTICSEARCH_URL` / `REDIS_URL`; an official
 * Elasticsearch in `ES_HOME`; a program on PATH; the Maven assembly.
 *
 * @throws {LaunchFailed} if a server is unavailable; servers launched before it are stopped
 */
export const findServers = async ({
  dataDir,
  log,
  heapMb,
  env = process.env,
}: FindOptions): Promise<Servers> => {
  const options = { env, ...(log ? { log } : {}), ...(heapMb ? { heapMb } : {}) };
  const [elasticsearch, redis] = await Promise.allSettled([
    env.ELASTICSEARCH_URL
      ? foundServer(
          requireUrl(env.ELASTICSEARCH_URL, 'ELASTICSEARCH_URL', ['http:', 'https:']),
          'ELASTICSEARCH_URL',
        )
      : launchElasticsearch({ ...options, dataDir: join(dataDir, 'elasticsearch') }),
    env.REDIS_URL
      ? foundServer(requireUrl(env.REDIS_URL, 'REDIS_URL', ['redis:', 'rediss:']), 'REDIS_URL')
      : launchRedis({ ...options, dataDir: join(dataDir, 'redis') }),
  ]);
  const stopAll = async (): Promise<void> => {
    const up = [elasticsearch, redis].filter((result) => result.status === 'fulfilled');
    await Promise.all(up.map(({ value }) => value.stop()));
  };
  if (elasticsearch.status === 'fulfilled' && redis.status === 'fulfilled') {
    return { elasticsearch: elasticsearch.value, redis: redis.value, stop: stopAll };
  }
  await stopAll();
  throw elasticsearch.status === 'rejected' ? elasticsearch.reason : (redis as PromiseRejectedResult).reason;
};

const requireUrl = (value: string, name: string, protocols: readonly string[]): string => {
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
  throw new LaunchFailed(`${name} is not an address that begins with ${protocols.join('// or ')}//.`);
};
