import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readyMadeType } from '../../../chain/ready-made.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import type { Submission } from '../../../domain/submission.ts';
import { type Acceptor, createAcceptor } from '../../../platform/articles/accept.ts';
import { createEnqueuer } from '../../../platform/enqueue.ts';
import { silentLog } from '../../../platform/log.ts';
import { createMetrics } from '../../../platform/metrics.ts';
import { createQueues } from '../../../platform/queues.ts';
import { createFailFastRedis } from '../../../platform/redis.ts';
import { leanMemory, nodeOptionsOf } from '../../../scripts/start/children.ts';
import type { Site } from './installation.ts';

/** Starts the API or a worker in a separate process, as in production. Resolves when it takes requests or jobs. */
export const startProcess = async (name: 'api' | 'worker', env: NodeJS.ProcessEnv): Promise<ChildProcess> => {
  const main = join(import.meta.dirname, '../../..', name, 'main.ts');
  const child = spawn(process.execPath, [...nodeOptionsOf(name), main], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C of the terminal goes to the benchmark only, which then stops this process in order.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...leanMemory, ...env },
  });
  // Registered at once: a child that is still starting when this process ends would be left behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`the ${name} ended before it was ready`))),
  ]);
  return child;
};

export const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

/** Requests of 500 articles, as an import sends them, that are being accepted at once. */
const accepting = 2;

/** The function that the API calls, on an installation's servers. */
export const openThrough = async ({ config, client, names }: Pick<Site, 'config' | 'client' | 'names'>) => {
  const redis = createFailFastRedis(config);
  if (redis.status !== 'ready') await once(redis, 'ready');
  const queues = createQueues(redis, config.prefix);
  const metrics = createMetrics({ ofProcess: false });
  const enqueuer = createEnqueuer({ queues, metrics, log: silentLog() });
  return {
    acceptor: createAcceptor({ client, names, enqueuer, metrics }),
    /** Memory that Redis reports. */
    redisMb: async (): Promise<number> =>
      Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]) / 1024 ** 2,
    close: async (): Promise<void> => {
      await Promise.all([queues.live.close(), queues.bulk.close()]);
      redis.disconnect();
    },
  };
};

/** Sends documents as fast as possible. Resolves when the last one is accepted. */
export const acceptAll = async (acceptor: Acceptor, documents: readonly ArticleDocument[]): Promise<void> => {
  let next = 0;
  const accept = async (): Promise<void> => {
    for (let from = next; from < documents.length; from = next) {
      next += 500;
      await acceptor.accept(documents.slice(from, from + 500).map(submissionOf), 'bulk');
    }
  };
  await Promise.all(Array.from({ length: accepting }, accept));
};

export const submissionOf = (document: ArticleDocument): Submission => {
  const content = JSON.stringify(document);
  return {
    id: document.id,
    input: { contentType: readyMadeType, charset: null, content, given: {} },
    bytes: content.length,
  };
};
