import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { countPending, type PendingWork, readPending } from '../platform/articles/pending.ts';
import { pendingRecord } from '../platform/articles/records.ts';
import { readHeads } from '../platform/articles/stored.ts';
import type { Enqueuer } from '../platform/enqueue.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { StoreNames } from '../platform/names.ts';
import { indexJob, type JobItem, lanes, maxWaitingBulkJobs, type Queues } from '../platform/queues.ts';
import type { Redis } from '../platform/redis.ts';
import { partUnwritten } from './part-unwritten.ts';

export interface SweepServices {
  readonly client: Client;
  readonly names: StoreNames;
  readonly redis: Redis;
  readonly prefix: string;
  readonly queues: Queues;
  readonly enqueuer: Enqueuer;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Work younger than this may still be on its way from the API to the queue. */
const graceMs = 3000;
/** Records at once: a batch names up to 200 articles, and no more than 500 jobs wait. */
const pageSize = 2000;
/** While jobs wait, the sweeper looks for missing work only this often. */
const busyEveryMs = 20_000;

export interface Sweeper {
  /** Queues work again that is accepted, not indexed and in no job. One worker at a time does this. */
  readonly sweep: () => Promise<number>;
}

export const createSweeper = (services: SweepServices): Sweeper => {
  let lastFull = 0;
  return {
    sweep: async () => {
      const { queues, redis, prefix } = services;
      const lease = await redis.set(`${prefix}:sweeper`, String(process.pid), 'PX', 900, 'NX');
      if (lease !== 'OK') return 0;
      const waiting = (await queues.live.getWaitingCount()) + (await queues.bulk.getWaitingCount());
      const isBusy = waiting > 0;
      if (waiting > maxWaitingBulkJobs / 2 || (isBusy && Date.now() - lastFull < busyEveryMs)) return 0;
      if (isBusy) lastFull = Date.now();
      return sweepOnce(services);
    },
  };
};

const sweepOnce = async (services: SweepServices): Promise<number> => {
  const due = await findDue(services);
  if (due.length === 0) return 0;
  const queued = await findQueued(services.queues);
  const missing = due.filter(({ items }) => items.some((item) => !queued.has(keyOf(item))));
  const revisions = await readRevisions(
    services,
    missing.flatMap(({ items }) => items),
  );
  const whole = await partUnwritten(services, missing, revisions);
  const swept = await enqueueWork(services, whole);
  services.metrics.swept.inc({ what: 'requeued' }, swept);
  if (swept > 0) services.log.info({ swept }, 'swept into the queue');
  return swept;
};

const keyOf = ({ id, revision }: JobItem): string => `${revision} ${id}`;

/** @returns how many articles were queued */
const enqueueWork = async ({ enqueuer }: SweepServices, works: readonly PendingWork[]): Promise<number> => {
  let swept = 0;
  const groups = Map.groupBy(works, ({ queue, replay, trace }) =>
    JSON.stringify([queue, replay ?? false, trace ?? null]),
  );
  for (const own of groups.values()) {
    const { queue = 'bulk', replay, trace = null } = own[0] ?? {};
    const options = { replay: replay ?? false, trace };
    const singles = own.flatMap(({ items }) => (items.length === 1 ? items : []));
    const batches = own.flatMap(({ items }) => (items.length > 1 ? [items] : []));
    if (await enqueuer.enqueue(queue, singles, options)) swept += singles.length;
    if (await enqueuer.enqueueBatches(queue, batches, options)) swept += batches.flat().length;
  }
  return swept;
};

/** The oldest pending records that are due. */
const findDue = async ({ client, names, metrics }: SweepServices): Promise<readonly PendingWork[]> => {
  metrics.pending.set(await countPending({ client, names }));
  const now = new Date();
  const response: unknown = await client.search({
    index: names.pending,
    size: pageSize,
    track_total_hits: false,
    query: {
      bool: {
        filter: [{ range: { since: { lte: new Date(now.getTime() - graceMs).toISOString() } } }],
        must_not: [{ range: { notBefore: { gt: now.toISOString() } } }],
      },
    },
    sort: [{ since: 'asc' }],
  });
  const { hits } = found.parse(response);
  return hits.hits.map(({ _source }) => readPending(_source));
};

const found = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: pendingRecord })),
  }),
});

/** Work that is already in a job, running jobs included: queueing it again would do it twice. */
const findQueued = async (queues: Queues): Promise<ReadonlySet<string>> => {
  const queued = new Set<string>();
  for (const lane of lanes) {
    const jobs = await queues[lane].getJobs(['wait', 'active', 'delayed', 'prioritized']);
    for (const job of jobs) {
      const parsed = indexJob.safeParse(job?.data);
      for (const item of parsed.data?.items ?? []) queued.add(keyOf(item));
    }
  }
  return queued;
};

const readRevisions = async (
  services: SweepServices,
  items: readonly JobItem[],
): Promise<ReadonlyMap<string, number>> => {
  const revisions = new Map<string, number>();
  for (let from = 0; from < items.length; from += 1000) {
    const heads = await readHeads(services, items.slice(from, from + 1000));
    for (const [id, { head }] of heads) revisions.set(id, head.revision);
  }
  return revisions;
};
