import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchElasticsearch, launchRedis } from '../../stack/launch.ts';
import { freePort } from '../../stack/ports.ts';
import { openNetwork } from './network.ts';
import { settledPort, untilFree } from './ports.ts';
import { type OwnProcess, startOwn } from './processes.ts';

/** A whole installation on servers of its own, made to be killed and troubled part by part. */
export interface Installation {
  readonly api: string;
  readonly key: string;
  /** For our processes, which reach the servers over `networks`. */
  readonly env: NodeJS.ProcessEnv;
  /** For whoever judges: straight to the servers. */
  readonly directEnv: NodeJS.ProcessEnv;
  readonly networks: Readonly<Record<'elasticsearch' | 'redis', Awaited<ReturnType<typeof openNetwork>>>>;
  readonly processes: Readonly<Record<'worker' | 'api', OwnProcess>>;
  readonly killElasticsearch: (absentMs: number) => Promise<void>;
  readonly killRedis: (absentMs: number, how: { readonly wipe: boolean }) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** So few writes may wait in Elasticsearch that a busy neighbour makes it refuse ours: real answers of 429. */
const scarce = { 'thread_pool.write.size': 1, 'thread_pool.write.queue_size': 16 };

export const startInstallation = async (): Promise<Installation> => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
  const redisData = join(folder, 'redis');
  const ports = { elasticsearch: await settledPort(), redis: await settledPort() };
  const options = {
    dataDir: join(folder, 'elasticsearch'),
    heapMb: 768,
    settings: scarce,
    port: ports.elasticsearch,
  };
  let elasticsearch = await launchElasticsearch(options);
  let redis = await launchRedis({ dataDir: redisData, port: ports.redis });
  const networks = {
    elasticsearch: await openNetwork(ports.elasticsearch),
    redis: await openNetwork(ports.redis),
  };
  const apiPort = await freePort();
  const key = `faults-${'k'.repeat(24)}`;
  const common = {
    DATELINE_PREFIX: 'faults',
    DATELINE_LOG_LEVEL: process.env.DATELINE_LOG_LEVEL ?? 'silent',
    DATELINE_PORT: String(apiPort),
    DATELINE_KEY: key,
    DATELINE_LOCK_MS: '3000',
    DATELINE_WORKER_THREADS: '1',
  };
  const directEnv = { ...common, ELASTICSEARCH_URL: elasticsearch.url, REDIS_URL: redis.url };
  const env = {
    ...common,
    ELASTICSEARCH_URL: `http://127.0.0.1:${networks.elasticsearch.port}`,
    REDIS_URL: `redis://127.0.0.1:${networks.redis.port}`,
  };
  const processes = {
    worker: await startOwn('worker', env),
    api: await startOwn('api', env),
  };
  return {
    api: `http://127.0.0.1:${apiPort}`,
    key,
    env,
    directEnv,
    networks,
    processes,
    killElasticsearch: async (absentMs) => {
      elasticsearch.kill();
      await elasticsearch.exited;
      await pause(absentMs);
      await untilFree(ports.elasticsearch);
      elasticsearch = await launchElasticsearch(options);
    },
    killRedis: async (absentMs, { wipe }) => {
      redis.kill();
      await redis.exited;
      if (wipe) rmSync(redisData, { recursive: true, force: true });
      await pause(absentMs);
      await untilFree(ports.redis);
      redis = await launchRedis({ dataDir: redisData, port: ports.redis });
    },
    stop: async () => {
      for (const own of Object.values(processes)) own.kill();
      await Promise.all([networks.elasticsearch.close(), networks.redis.close()]);
      await Promise.all([elasticsearch.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
