import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { type PendingRecord, pendingRecord } from '../platform/articles/records.ts';
import { readHeads } from '../platform/articles/stored.ts';
import { sendBulk } from '../platform/bulk.ts';
import type { Enqueuer } from '../platform/enqueue.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { StoreNames } from '../platform/names.ts';
import { indexJob, type JobItem, lanes, maxWaitingBulkJobs, type Queues } from '../platform/queues.ts';
import type { Redis } from '../platform/redis.ts';

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

/** Younger work is still on its way from the API into the queue. */
const graceMs = 3000;
/** Nobody can still be about to write the raw record of so old a pending one. */
const orphanMs = 10 * 60_000;
const pageSize = 10_000;
/** While jobs wait, what is missing from the queue is looked for this seldom. */
const busyEveryMs = 20_000;

export interface Sweeper {
  /** Puts back into the queue what is accepted, not indexed and in no job. One worker at a time does it. */
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
  const missing = due.filter(({ id, revision }) => !queued.has(`${revision} ${id}`));
  const heads = await readInPages(services, missing);
  const behind = missing.filter(({ id, revision }) => (heads.get(id) ?? 0) < revision);
  await dropOrphans(services, behind);
  let swept = 0;
  for (const lane of lanes) {
    const items: JobItem[] = missing
      .filter((record) => record.queue === lane && (heads.get(record.id) ?? 0) >= record.revision)
      .map(({ id, revision, bytes }) => ({ id, revision, bytes }));
    if (await services.enqueuer.enqueue(lane, items)) swept += items.length;
  }
  services.metrics.swept.inc({ what: 'requeued' }, swept);
  if (swept > 0) services.log.info({ swept }, 'swept into the queue');
  return swept;
};

/** The oldest pending records whose time has come. */
const findDue = async ({ client, names, metrics }: SweepServices): Promise<readonly PendingRecord[]> => {
  await client.indices.refresh({ index: names.pending });
  const now = new Date();
  const response: unknown = await client.search({
    index: names.pending,
    size: pageSize,
    track_total_hits: true,
    query: {
      bool: {
        filter: [{ range: { since: { lte: new Date(now.getTime() - graceMs).toISOString() } } }],
        must_not: [{ range: { notBefore: { gt: now.toISOString() } } }],
      },
    },
    sort: [{ since: 'asc' }],
  });
  const { hits } = found.parse(response);
  metrics.pending.set(hits.total.value);
  return hits.hits.map(({ _source }) => _source);
};

const found = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _source: pendingRecord })),
  }),
});

/** What stands in any job, running ones included: to enqueue it again would do the same work twice. */
const findQueued = async (queues: Queues): Promise<ReadonlySet<string>> => {
  const queued = new Set<string>();
  for (const lane of lanes) {
    const jobs = await queues[lane].getJobs(['wait', 'active', 'delayed', 'prioritized']);
    for (const job of jobs) {
      const parsed = indexJob.safeParse(job?.data);
      for (const { id, revision } of parsed.data?.items ?? []) queued.add(`${revision} ${id}`);
    }
  }
  return queued;
};

const readInPages = async (
  services: SweepServices,
  records: readonly PendingRecord[],
): Promise<ReadonlyMap<string, number>> => {
  const revisions = new Map<string, number>();
  for (let from = 0; from < records.length; from += 1000) {
    const heads = await readHeads(services, records.slice(from, from + 1000));
    for (const [id, { head }] of heads) revisions.set(id, head.revision);
  }
  return revisions;
};

/** Pending records whose raw never came: their caller had no answer and knows it. */
const dropOrphans = async (
  { client, names, metrics }: SweepServices,
  behind: readonly PendingRecord[],
): Promise<void> => {
  const orphans = behind.filter(({ since }) => Date.now() - Date.parse(since) > orphanMs);
  await sendBulk(
    client,
    orphans.map(({ id, revision }) => ({
      action: JSON.stringify({
        delete: { _index: names.pending, _id: id, version: revision, version_type: 'external_gte' },
      }),
    })),
  );
  metrics.swept.inc({ what: 'orphan' }, orphans.length);
};
