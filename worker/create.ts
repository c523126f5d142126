import type { TableBuffers } from '../domain/shared-tables.ts';
import { indexNames } from '../mappings/names.ts';
import { cleanExports } from '../platform/clean-exports.ts';
import type { Config } from '../platform/config.ts';
import { createElasticsearch } from '../platform/elasticsearch.ts';
import { createEnqueuer } from '../platform/enqueue.ts';
import { every } from '../platform/every.ts';
import type { Logger } from '../platform/log.ts';
import { createMetrics, type Metrics } from '../platform/metrics.ts';
import { followPeopleLog } from '../platform/people-log.ts';
import { createQueues } from '../platform/queues.ts';
import { createPatientRedis } from '../platform/redis.ts';
import { type Closable, closeInReverse } from '../platform/shutdown.ts';
import { createAlertRunner } from './alerts/create.ts';
import { prepareStore } from './definitions.ts';

import { createFormerWorker } from './former.ts';
import { createFaultLog } from './index/fault-log.ts';
import { pause } from './index/insist.ts';
import { createWriteLane } from './index/lane.ts';
import { createStories } from './index/stories.ts';
import { createTargets } from './index/targets.ts';
import type { BatchServices } from './index-batch.ts';
import { createJobWorker } from './jobs.ts';
import { createSweeper } from './sweep.ts';
import { createThreadPool } from './threads/pool.ts';
import { watchQueues } from './watch-queues.ts';

export interface RunningWorker {
  /** Resolves when indices stand, threads have loaded and jobs are taken. */
  readonly ready: Promise<void>;
  readonly metrics: Metrics;
  readonly isReady: () => boolean;
  /** Finishes what runs, hands back what cannot be finished, closes all it opened. */
  readonly close: () => Promise<void>;
}

/** A whole worker: two lanes of jobs, their threads, the sweeper. May run in a process of its own or in a test's. */
export const createWorker = (config: Config, log: Logger): RunningWorker => {
  const metrics = createMetrics();
  const closing = new AbortController();
  const opened: Closable[] = [];
  let isReady = false;
  const ready = open(config, log, metrics, closing.signal, opened).then(() => {
    isReady = !closing.signal.aborted;
  });
  return {
    ready,
    metrics,
    isReady: () => isReady,
    close: async () => {
      isReady = false;
      closing.abort();
      await ready.catch(() => {});
      await closeInReverse(opened, log);
    },
  };
};

const open = async (
  config: Config,
  log: Logger,
  metrics: Metrics,
  closing: AbortSignal,
  opened: Closable[],
): Promise<void> => {
  const { prefix, worker } = config;
  const client = createElasticsearch(config);
  opened.push({ name: 'elasticsearch', close: () => client.close() });
  const redis = createPatientRedis(config);
  redis.on('error', (error: Error) => log.warn({ err: error }, 'redis'));
  opened.push({ name: 'redis', close: async () => redis.disconnect() });
  await untilDone(() => prepareStore(client, config), log, closing);
  if (closing.aborted) return;

  const queues = createQueues(redis, prefix);
  opened.push({ name: 'queues', close: () => Promise.all([queues.live.close(), queues.bulk.close()]) });
  const enqueuer = createEnqueuer({ queues, metrics, log });
  const names = indexNames(prefix);
  const watch = watchQueues(queues, metrics, { redis, prefix });
  // One thread makes the tables that all of them read.
  const live = createPool(1);
  const tables = await live.ready;
  const pools = { live, bulk: createPool(worker.threads, tables) };
  await pools.bulk.ready;

  const targets = createTargets(client, names, log);
  const looksForTargets = every(2000, 'look up targets', targets.lookUp, log);
  opened.push({ name: 'targets', close: looksForTargets.close });
  let last = 0;
  const edits = followPeopleLog(
    { client, state: names.state, log },
    {
      last: () => last,
      apply: (entries) => {
        for (const { edit } of [pools.live, pools.bulk]) edit(entries);
        last = entries.at(-1)?.number ?? last;
      },
    },
  );
  opened.push({ name: 'edits of persons', close: edits.close });
  await edits.first;

  const stories = createStories(client, names, log);
  const faults = createFaultLog(log);
  const shared = { stories, client, names, enqueuer, metrics, log, faults, closing };
  const lanes: Record<'live' | 'bulk', BatchServices> = {
    live: {
      ...shared,
      laneName: 'live',
      pool: pools.live,
      lane: createWriteLane({
        client,
        targets,
        name: 'live',
        slots: 2,
        gatherMs: 20,
        maxBytes: 4_000_000,
        metrics,
      }),
    },
    bulk: {
      ...shared,
      laneName: 'bulk',
      pool: pools.bulk,
      lane: createWriteLane({
        client,
        targets,
        name: 'bulk',
        // Enough at once that neither side waits for the other, each large enough: 200 kB cost a third more a document.
        slots: 4,
        gatherMs: 200,
        maxBytes: 1_500_000,
        modest: { holds: watch.isLive, slots: 1, maxBytes: 750_000 },
        metrics,
        giveWay: watch.giveWay,
      }),
    },
  };
  for (const [lane, concurrency] of [
    ['bulk', worker.threads + 14],
    ['live', 32],
  ] as const) {
    const jobs = createJobWorker({ lane, concurrency, redis, prefix, lockMs: worker.lockMs }, lanes[lane]);
    if (lane === 'live') jobs.on('active', watch.noteLive);
    opened.push({ name: `${lane} jobs`, close: () => jobs.close() });
    await jobs.waitUntilReady();
  }
  const former = createFormerWorker({ client, names, redis, prefix, pool: pools.live });
  opened.push({ name: 'former revisions', close: () => former.close() });
  const alerts = await createAlertRunner({ config, client, redis, names, metrics, log });
  opened.push({ name: 'alerts', close: alerts.close });
  const sweeper = createSweeper({ ...shared, queues, redis, prefix });
  const sweeps = every(1000, 'sweep', sweeper.sweep, log);
  opened.push({ name: 'sweeper', close: sweeps.close });
  const clean = () => cleanExports(client, names.exports, new Date());
  const cleans = every(3_600_000, 'clean exports', clean, log);
  opened.push({ name: 'cleaning of exports', close: cleans.close });
  const looks = every(250, 'look at queues', watch.look, log);
  opened.push({ name: 'queue watch', close: looks.close });

  function createPool(threads: number, tables?: TableBuffers) {
    const pool = createThreadPool({
      threads,
      memoryMb: worker.threadMemoryMb,
      peopleTable: config.people.table,
      ...(tables ? { tables } : {}),
      onCpu: (ms) => metrics.chainSeconds.inc({ step: 'prepare' }, ms / 1000),
    });
    opened.push({ name: 'threads', close: pool.close });
    return pool;
  }
};

/** Elasticsearch may still be starting. */
const untilDone = async (task: () => Promise<void>, log: Logger, closing: AbortSignal): Promise<void> => {
  for (let attempt = 0; !closing.aborted; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (attempt >= 60) throw error;
      log.warn({ err: error, attempt }, 'the store is not ready');
      await pause(Math.min(250 * 2 ** attempt, 5000), closing);
    }
  }
};
