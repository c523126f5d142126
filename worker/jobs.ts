import { type Job, WaitingError, Worker } from 'bullmq';
import { StoreUnavailable } from '../domain/errors.ts';
import type { Lane } from '../domain/submission.ts';
import { pendingOperation, strikeOff } from '../platform/articles/pending.ts';
import { backoffMs, pause } from '../platform/pause.ts';
import { type IndexJob, indexJob, type JobItem } from '../platform/queues.ts';
import type { Redis } from '../platform/redis.ts';
import { HandBack, insist } from './index/insist.ts';
import { failureOperation } from './index/operations.ts';
import { type BatchServices, indexBatch } from './index-batch.ts';

export interface JobOptions {
  readonly lane: Lane;
  readonly concurrency: number;
  readonly redis: Redis;
  readonly prefix: string;
  readonly lockMs: number;
}

/** A batch whose worker crashed this often is halved; a single article that still crashes it is rejected. */
const stallsBeforeHalving = 2;
const stallsBeforeFailure = 10;

/** Takes jobs of one lane. Closing it waits for the running ones. */
export const createJobWorker = (options: JobOptions, services: BatchServices): Worker => {
  const { lane, concurrency, redis, prefix, lockMs } = options;
  const worker = new Worker<IndexJob, void>(lane, (job, token) => runJob(job, token, services), {
    connection: redis,
    prefix,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: Math.max(1000, Math.floor(lockMs / 3)),
    // A single crash of a worker is not the job's fault; by default BullMQ fails a job at the second crash.
    maxStalledCount: 1000,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
    skipVersionCheck: true,
  });
  worker.on('error', (error) => services.log.warn({ err: error, lane }, 'queue'));
  worker.on('failed', (job, error) => services.log.warn({ err: error, lane, job: job?.id }, 'job failed'));
  return worker;
};

const runJob = async (job: Job<IndexJob, void>, token: string | undefined, services: BatchServices) => {
  const work = indexJob.parse(job.data);
  if (await isolatePoison(job, work, services)) return;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await indexBatch(work, services);
    } catch (error) {
      const goesBack =
        error instanceof HandBack || (services.closing.aborted && error instanceof StoreUnavailable);
      if (goesBack) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      if (!(error instanceof StoreUnavailable)) throw error;
      services.metrics.retries.inc({ reason: 'load' });
      await pause(backoffMs(attempt + 1, 200, 10_000), services.closing);
    }
  }
};

/** @returns whether this job is finished */
const isolatePoison = async (job: Job, work: IndexJob, services: BatchServices): Promise<boolean> => {
  const { items, replay, trace } = work;
  const { enqueuer, laneName, names } = services;
  const lastAttempt = job.attemptsMade >= (job.opts.attempts ?? 1) - 1 && job.attemptsMade > 0;
  if (items.length > 1 && (job.stalledCounter >= stallsBeforeHalving || lastAttempt)) {
    const middle = Math.ceil(items.length / 2);
    const halves = [items.slice(0, middle), items.slice(middle)];
    if (work.batch) await listHalves(items, halves, services);
    for (const half of halves) {
      const options = { again: true, replay, trace };
      if (work.batch && half.length > 1) await enqueuer.enqueueBatches(laneName, [half], options);
      else await enqueuer.enqueue(laneName, half, options);
    }
    return true;
  }
  if (job.stalledCounter < stallsBeforeFailure && !lastAttempt) return false;
  const reason = lastAttempt ? 'internal-error' : 'kills-the-worker';
  const detail = lastAttempt
    ? 'every attempt ended in an error; see the worker’s log'
    : 'workers crashed while processing it';
  await insist(
    items.map(({ id, revision }) =>
      failureOperation(names, { id, revision, step: 'job', reason, detail, trace }),
    ),
    services,
  );
  await insist(strikeOff(names, items, work.batch), services);
  return true;
};

/** The halves are written to `pending` before the whole batch is removed. */
const listHalves = async (
  items: readonly JobItem[],
  halves: readonly (readonly JobItem[])[],
  services: BatchServices,
): Promise<void> => {
  const { names, laneName: queue } = services;
  const since = new Date().toISOString();
  await insist(
    halves.map((half) => pendingOperation(names, { items: half, queue, since })),
    services,
  );
  await insist(strikeOff(names, items, true), services);
};
