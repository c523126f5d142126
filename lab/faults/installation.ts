import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchRedis } from '../../stack/launch.ts';
import { freePort } from '../../stack/ports.ts';
import { type Cluster, launchCluster } from './cluster.ts';
import { type Network, openNetwork } from './network.ts';
import { settledPort, untilFree } from './ports.ts';
import { type OwnProcess, startOwn } from './processes.ts';

/** A whole installation on separate servers, whose parts can be killed and disturbed. */
export interface Installation {
  readonly api: string;
  readonly key: string;
  /** Environment of our processes, which reach the servers through `networks`. */
  readonly env: NodeJS.ProcessEnv;
  /** For the judge: direct access to the servers. */
  readonly directEnv: NodeJS.ProcessEnv;
  /** One network per server. */
  readonly networks: readonly Network[];
  readonly processes: Readonly<Record<'worker' | 'api', OwnProcess>>;
  readonly cluster: Cluster;
  readonly killRedis: (absentMs: number, how: { readonly wipe: boolean }) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const key = `faults-${'k'.repeat(24)}`;

/**
 * @param nodes  of Elasticsearch; with more than one every shard has a replica
 * @param more  variables of our processes beside those set here
 */
export const startInstallation = async (
  nodes: number,
  more: NodeJS.ProcessEnv = {},
): Promise<Installation> => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
  const redisOptions = { dataDir: join(folder, 'redis'), port: await settledPort() };
  const cluster = await launchCluster(folder, nodes);
  let redis = await launchRedis(redisOptions);
  const networks = await Promise.all([...cluster.ports, redisOptions.port].map(openNetwork));
  const apiPort = await freePort();
  const environment = (ports: readonly number[]): NodeJS.ProcessEnv => ({
    DATELINE_PREFIX: 'faults',
    DATELINE_LOG_LEVEL: process.env.DATELINE_LOG_LEVEL ?? 'silent',
    DATELINE_PORT: String(apiPort),
    DATELINE_KEY: key,
    DATELINE_LOCK_MS: '3000',
    DATELINE_WORKER_THREADS: '1',
    DATELINE_REPLICAS: nodes > 1 ? '1' : '0',
    ELASTICSEARCH_URL: ports
      .slice(0, nodes)
      .map((port) => `http://127.0.0.1:${port}`)
      .join(),
    REDIS_URL: `redis://127.0.0.1:${ports[nodes]}`,
    ...more,
  });
  const env = environment(networks.map(({ port }) => port));
  const processes = { worker: await startOwn('worker', env), api: await startOwn('api', env) };
  return {
    api: `http://127.0.0.1:${apiPort}`,
    key,
    env,
    directEnv: environment([...cluster.ports, redisOptions.port]),
    networks,
    processes,
    cluster,
    killRedis: async (absentMs, { wipe }) => {
      redis.kill();
      await redis.exited;
      if (wipe) rmSync(redisOptions.dataDir, { recursive: true, force: true });
      await pause(absentMs);
      await untilFree(redisOptions.port);
      redis = await launchRedis(redisOptions);
    },
    stop: async () => {
      for (const own of Object.values(processes)) own.kill();
      await Promise.all(networks.map((network) => network.close()));
      await Promise.all([cluster.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
