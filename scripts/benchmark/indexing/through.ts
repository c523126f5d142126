import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../../domain/document.ts';
import type { Submission } from '../../../domain/submission.ts';
import type { IndexNames } from '../../../mappings/names.ts';
import { createAcceptor } from '../../../platform/articles/accept.ts';
import type { Config } from '../../../platform/config.ts';
import { createEnqueuer } from '../../../platform/enqueue.ts';
import { silentLog } from '../../../platform/log.ts';
import { createMetrics } from '../../../platform/metrics.ts';
import { createQueues } from '../../../platform/queues.ts';
import { createFailFastRedis } from '../../../platform/redis.ts';
import { readyMadeType } from '../../../worker/index/ready-made.ts';
import { leanMemory, nodeOptions } from '../../start/children.ts';

/** API or worker as production runs them: processes of their own. Resolves when it takes requests or jobs. */
export const startProcess = async (name: 'api' | 'worker', env: NodeJS.ProcessEnv): Promise<ChildProcess> => {
  const main = join(import.meta.dirname, '../../..', name, 'main.ts');
  const child = spawn(process.execPath, [...nodeOptions, main], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...leanMemory, ...env },
  });
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

/** Requests of 200 articles that are being accepted at once. */
const accepting = 4;

/** Articles a second from accepted to searchable, through raw, queue and worker. */
export const writeThrough = async (
  config: Config,
  client: Client,
  names: IndexNames,
  documents: readonly ArticleDocument[],
): Promise<number> => {
  const redis = createFailFastRedis(config);
  if (redis.status !== 'ready') await once(redis, 'ready');
  const queues = createQueues(redis, config.prefix);
  const metrics = createMetrics({ ofProcess: false });
  const enqueuer = createEnqueuer({ queues, metrics, log: silentLog() });
  const acceptor = createAcceptor({ client, names, enqueuer, metrics });
  const began = performance.now();
  let next = 0;
  const accept = async (): Promise<void> => {
    for (let from = next; from < documents.length; from = next) {
      next += 200;
      await acceptor.accept(documents.slice(from, from + 200).map(submissionOf), 'bulk');
    }
  };
  await Promise.all(Array.from({ length: accepting }, accept));
  await untilCounted(client, names, documents.length);
  const rate = (documents.length / (performance.now() - began)) * 1000;
  await Promise.all([queues.live.close(), queues.bulk.close()]);
  redis.disconnect();
  return rate;
};

const submissionOf = (document: ArticleDocument): Submission => {
  const content = JSON.stringify(document);
  return {
    id: document.id,
    input: { contentType: readyMadeType, charset: null, content, given: {} },
    bytes: content.length,
  };
};

/** Asks for what is written before it makes that searchable: a refresh at every look would be the looker's cost. */
const untilCounted = async (client: Client, names: IndexNames, wanted: number): Promise<void> => {
  for (const end = Date.now() + 600_000; Date.now() < end; ) {
    const { _all } = await client.indices.stats({
      index: names.allArticleIndices,
      metric: 'indexing',
      filter_path: '_all.primaries.indexing.index_total',
    });
    if ((_all.primaries?.indexing?.index_total ?? 0) >= wanted) {
      await client.indices.refresh({ index: names.allArticleIndices });
      const { count } = await client.count({ index: names.articles });
      if (count >= wanted) return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the articles did not become searchable within ten minutes');
};
