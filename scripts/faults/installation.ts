import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchElasticsearch, launchRedis, type Server } from '../../stack/launch.ts';

/** What can be killed in one round. */
export type Victim = 'worker' | 'api' | 'redis' | 'redis-wiped' | 'elasticsearch';
export const victims: readonly Victim[] = ['worker', 'api', 'redis', 'redis-wiped', 'elasticsearch'];

export interface Installation {
  readonly api: string;
  readonly key: string;
  readonly env: NodeJS.ProcessEnv;
  /** SIGKILL, a moment of absence, and a new start; resolves when it answers again. */
  readonly killAndRestart: (victim: Victim, absentMs: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** A whole installation on servers of its own, made to be killed part by part. */
export const startInstallation = async (log: (line: string) => void): Promise<Installation> => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
  const redisData = join(folder, 'redis');
  const elasticsearchOptions = { dataDir: join(folder, 'elasticsearch'), heapMb: 768 };
  let elasticsearch = await launchElasticsearch(elasticsearchOptions);
  let redis = await launchRedis({ dataDir: redisData });
  const apiPort = await freePort();
  const key = `faults-${'k'.repeat(24)}`;
  const env: NodeJS.ProcessEnv = {
    ELASTICSEARCH_URL: elasticsearch.url,
    REDIS_URL: redis.url,
    DATELINE_PREFIX: 'faults',
    DATELINE_LOG_LEVEL: process.env.DATELINE_LOG_LEVEL ?? 'silent',
    DATELINE_PORT: String(apiPort),
    DATELINE_KEY: key,
    DATELINE_LOCK_MS: '3000',
    DATELINE_WORKER_THREADS: '1',
  };
  const children = {
    worker: await startChild('worker/main.ts', env),
    api: await startChild('api/main.ts', env),
  };
  const portOf = (server: Server): number => Number(new URL(server.url).port);

  const killAndRestart = async (victim: Victim, absentMs: number): Promise<void> => {
    log(`SIGKILL ${victim}`);
    if (victim === 'worker' || victim === 'api') {
      const child = children[victim];
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await pause(absentMs);
      children[victim] = await startChild(`${victim}/main.ts`, env);
    } else if (victim === 'elasticsearch') {
      elasticsearch.kill();
      await elasticsearch.exited;
      await pause(absentMs);
      elasticsearch = await launchElasticsearch({ ...elasticsearchOptions, port: portOf(elasticsearch) });
    } else {
      redis.kill();
      await redis.exited;
      if (victim === 'redis-wiped') rmSync(redisData, { recursive: true, force: true });
      await pause(absentMs);
      redis = await launchRedis({ dataDir: redisData, port: portOf(redis) });
    }
  };

  return {
    api: `http://127.0.0.1:${apiPort}`,
    key,
    env,
    killAndRestart,
    stop: async () => {
      for (const child of Object.values(children)) child.kill('SIGKILL');
      await Promise.all([elasticsearch.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const startChild = async (entry: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, entry)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${entry} ended with ${code}`))),
  ]);
  return child;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
};

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
