import { indexNames } from '../mappings/names.ts';
import { cleanExports } from '../platform/clean-exports.ts';
import type { Config } from '../platform/config.ts';
import { createElasticsearch } from '../platform/elasticsearch.ts';
import { createEnqueuer } from '../platform/enqueue.ts';
import { every } from '../platform/every.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { backoffMs, pause } from '../platform/pause.ts';
import { type Probe, probeElasticsearch, probeRedis } from '../platform/probes.ts';
import { createQueues, type Queues } from '../platform/queues.ts';
import { createPatientRedis } from '../platform/redis.ts';
import { shortenAddresses } from '../platform/shorten-addresses.ts';
import type { Closable } from '../platform/shutdown.ts';
import { describeWrongServer } from '../platform/wrong-server.ts';
import { createAlertRunner } from './alerts/create.ts';
import { followDelisted } from './alerts/delisted.ts';
import { prepareStore } from './definitions.ts';
import { createFormerWorker } from './former.ts';
import { createFaultLog } from './index/fault-log.ts';
import { createStories } from './index/stories.ts';
import { createTargets } from './index/targets.ts';
import { createJobWorker } from './jobs.ts';
import { createWriteLanes } from './lanes.ts';
import { createSourceRunner } from './sources/create.ts';
import { createSweeper } from './sweep.ts';
import { openChainThreads } from './threads/chain-threads.ts';
import type { ThreadPool } from './threads/pool.ts';
import { type QueueWatch, watchQueues } from './watch-queues.ts';

export interface Opening {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly closing: AbortSignal;
  /** Grows as things are opened, so that everything open can be closed if opening fails halfway. */
  readonly opened: Closable[];
  /** Grows with the servers that are connected. */
  readonly probes: Probe[];
}

type Connected = Opening & ReturnType<typeof connect>;
type Shared = ReturnType<typeof shareServices>;

interface Pools {
  readonly live: ThreadPool;
  readonly bulk: ThreadPool;
}

/** Opens everything that a worker needs, in order of dependency; resolves when the worker takes jobs. */
export const openWorker = async (opening: Opening): Promise<void> => {
  const { config, log, metrics, closing } = opening;
  const connected = { ...opening, ...connect(opening) };
  const openPool = await untilDone(() => openThreads(connected), log, closing);
  if (openPool === null || closing.aborted) return;
  const queues = openQueues(connected);
  const watch = watchQueues(queues, metrics, { redis: connected.redis, prefix: config.prefix });
  // Live articles have their own thread.
  const pools: Pools = { live: await openPool(1), bulk: await openPool(config.worker.threads) };
  const targets = openTargets(connected);
  const shared = shareServices(connected, queues);
  const lanes = createWriteLanes({ client: connected.client, targets, metrics, watch });
  await openJobs(connected, shared, { pools, lanes, watch });
  await openAttendants(connected, shared, pools);
  openTimers(connected, shared, queues, watch);
};

const connect = ({ config, log, opened, probes }: Opening) => {
  const client = createElasticsearch(config);
  opened.push({ name: 'elasticsearch', close: () => client.close() });
  const redis = createPatientRedis(config);
  redis.on('error', (error: Error) => log.warn({ err: error }, 'redis'));
  opened.push({ name: 'redis', close: async () => redis.disconnect() });
  const names = indexNames(config.prefix);
  probes.push(probeElasticsearch(client, names.articles), probeRedis(redis));
  return { client, redis, names };
};

const openQueues = ({ redis, config, opened }: Connected) => {
  const queues = createQueues(redis, config.prefix);
  opened.push({ name: 'queues', close: () => Promise.all([queues.live.close(), queues.bulk.close()]) });
  return queues;
};

const openThreads = async (connected: Connected) => {
  const { client, config, metrics } = connected;
  await prepareStore(client, config);
  const onCpu = (ms: number): void => metrics.chainSeconds.inc({ step: 'prepare' }, ms / 1000);
  return openChainThreads({ ...connected, onCpu });
};

const openTargets = ({ client, names, config, log, opened }: Connected) => {
  const targets = createTargets({ client, names, config, log });
  const looks = every(2000, 'look up targets', targets.lookUp, log);
  opened.push({ name: 'targets', close: looks.close });
  return targets;
};

const shareServices = ({ client, names, metrics, log, closing }: Connected, queues: Queues) => ({
  stories: createStories(client, names, log),
  client,
  names,
  enqueuer: createEnqueuer({ queues, metrics, log }),
  metrics,
  log,
  faults: createFaultLog(log),
  closing,
});

const openJobs = async (
  { config, redis, opened }: Connected,
  shared: Shared,
  { pools, lanes, watch }: { pools: Pools; lanes: ReturnType<typeof createWriteLanes>; watch: QueueWatch },
): Promise<void> => {
  const { prefix, worker } = config;
  for (const [lane, concurrency] of [
    ['bulk', worker.threads + 14],
    ['live', 32],
  ] as const) {
    const services = { ...shared, laneName: lane, pool: pools[lane], lane: lanes[lane] };
    const jobs = createJobWorker({ lane, concurrency, redis, prefix, lockMs: worker.lockMs }, services);
    if (lane === 'live') jobs.on('active', watch.noteLive);
    opened.push({ name: `${lane} jobs`, close: () => jobs.close() });
    await jobs.waitUntilReady();
  }
};

/** Queues other than those of articles. */
const openAttendants = async (
  { config, client, names, redis, metrics, log, opened }: Connected,
  { enqueuer }: Shared,
  { live, bulk }: Pools,
): Promise<void> => {
  const former = createFormerWorker({ client, names, redis, prefix: config.prefix, pool: live });
  opened.push({ name: 'former revisions', close: () => former.close() });
  const { table: peopleTable } = config.people;
  const tables = await live.ready;
  const withLabels = config.mail !== null;
  const people = await followDelisted({ client, names, log, peopleTable, tables, withLabels });
  opened.push({ name: 'delisted persons', close: people.close });
  const { labels } = people;
  const alerts = await createAlertRunner({ config, client, redis, names, people, labels, metrics, log });
  opened.push({ name: 'alerts', close: alerts.close });
  const sources = await createSourceRunner({
    ...{ config, client, redis, names, enqueuer, metrics, log },
    // A hostile feed must not delay live articles.
    pool: bulk,
  });
  opened.push({ name: 'sources', close: sources.close });
};

/** Recurring tasks. */
const openTimers = (
  { config, client, names, redis, log, opened }: Connected,
  shared: Shared,
  queues: Queues,
  watch: QueueWatch,
): void => {
  const sweeper = createSweeper({ ...shared, queues, redis, prefix: config.prefix });
  const clean = () => cleanExports(client, names.exports, new Date());
  const shorten = () => shortenAddresses(client, names.audit, config.audit.addressDays, new Date());
  for (const [name, everyMs, what, task] of [
    ['sweeper', 1000, 'sweep', sweeper.sweep],
    ['cleaning of exports', 3_600_000, 'clean exports', clean],
    ['shortening of addresses', 3_600_000, 'shorten addresses', shorten],
    ['queue watch', 250, 'look at queues', watch.look],
  ] as const)
    opened.push({ name, close: every(everyMs, what, task, log).close });
};

/** Elasticsearch may still be starting. */
const untilDone = async <T>(task: () => Promise<T>, log: Logger, closing: AbortSignal): Promise<T | null> => {
  for (let attempt = 0; !closing.aborted; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      // Waiting helps with a server that is starting, but not with another product.
      if (attempt >= 60 || describeWrongServer(error) !== null) throw error;
      log.warn({ err: error, attempt }, 'the store is not ready');
      await pause(backoffMs(attempt + 1, 250, 5000), closing);
    }
  }
  return null;
};
