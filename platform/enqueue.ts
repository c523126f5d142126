import type { Lane } from '../domain/submission.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import {
  cutIntoJobs,
  type IndexQueue,
  type JobItem,
  jobIdOf,
  maxWaitingBulkJobs,
  type Queues,
} from './queues.ts';

export interface EnqueueOptions {
  readonly replay?: boolean;
  /** Run although an equal job may be running. */
  readonly again?: boolean;
  readonly trace?: string | null;
}

export interface Enqueuer {
  /**
   * Queues accepted work for the workers. If Redis is unavailable or full, the sweeper queues it later. Never throws,
   * and never takes longer than half a second.
   */
  readonly enqueue: (lane: Lane, items: readonly JobItem[], options?: EnqueueOptions) => Promise<boolean>;
  /** The same for batches with one record each in `pending`: one job per batch, not split further. */
  readonly enqueueBatches: (
    lane: Lane,
    batches: readonly (readonly JobItem[])[],
    options?: EnqueueOptions,
  ) => Promise<boolean>;
}

export const createEnqueuer = ({
  queues,
  metrics,
  log,
}: {
  queues: Queues;
  metrics: Metrics;
  log: Logger;
}): Enqueuer => {
  let skipUntil = 0;
  const room = createRoom(queues.bulk);
  return {
    enqueue: (lane, items, options = {}) => add(lane, cutIntoJobs(items, lane), false, options),
    enqueueBatches: (lane, batches, options = {}) => add(lane, batches, true, options),
  };

  async function add(
    lane: Lane,
    parts: readonly (readonly JobItem[])[],
    batch: boolean,
    { replay = false, again = false, trace = null }: EnqueueOptions,
  ): Promise<boolean> {
    if (parts.length === 0) return true;
    if (Date.now() < skipUntil) return false;
    const nonce = again ? `${process.pid}-${process.hrtime.bigint()}` : '';
    const jobs = parts.map((part) => ({
      name: 'index' as const,
      data: { items: [...part], batch, replay, trace },
      opts: { jobId: jobIdOf(part, nonce) },
    }));
    try {
      if (lane === 'bulk' && !(await within(500, room(jobs.length)))) return false;
      await within(500, queues[lane].addBulk(jobs));
      return true;
    } catch (error) {
      skipUntil = Date.now() + 1000;
      metrics.enqueueFailures.inc(jobs.length);
      log.warn({ err: error, lane, jobs: jobs.length }, 'not queued; the sweeper will');
      return false;
    }
  }
};

/** Whether this many more bulk jobs may wait. Asks Redis at most four times a second. */
const createRoom = (queue: IndexQueue) => {
  let waiting = 0;
  let asked = 0;
  return async (jobs: number): Promise<boolean> => {
    if (Date.now() - asked > 250) {
      waiting = await queue.getWaitingCount();
      asked = Date.now();
    }
    if (waiting + jobs > maxWaitingBulkJobs) return false;
    waiting += jobs;
    return true;
  };
};

/** @throws if the promise has not settled in time */
const within = async <T>(ms: number, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
