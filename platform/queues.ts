import { createHash } from 'node:crypto';
import { Queue, type QueueOptions } from 'bullmq';
import { z } from 'zod';
import type { Lane } from '../domain/submission.ts';
import type { Redis } from './redis.ts';

export const jobItem = z.object({
  id: z.string(),
  /** The accepted revision; the worker uses the newest one in `raw`. */
  revision: z.number().int().positive(),
  /** Length of the input, for batches of even weight. */
  bytes: z.number().int().nonnegative(),
});

/** A job contains references to work, never the only copy of anything. */
export const indexJob = z.object({
  items: z.array(jobItem).min(1),
  /** Whether one record of `pending` represents all items, instead of one record each. */
  batch: z.boolean().default(false),
  /** Whether failures of these articles are deleted once they are indexed. */
  replay: z.boolean().default(false),
  /** From request to bulk item. */
  trace: z.string().nullable().default(null),
});
export type IndexJob = z.infer<typeof indexJob>;
export type JobItem = IndexJob['items'][number];

export type IndexQueue = Queue<IndexJob, void, 'index'>;
export type Queues = Readonly<Record<Lane, IndexQueue>>;

export const lanes: readonly Lane[] = ['live', 'bulk'];

/** Most articles and bytes of one job of a lane. */
const jobLimits = { live: { items: 1, bytes: 0 }, bulk: { items: 200, bytes: 8_000_000 } } as const;

/** Most bulk jobs in Redis; the sweeper adds more from `pending` when there is room. */
export const maxWaitingBulkJobs = 500;

export const createQueues = (redis: Redis, prefix: string): Queues => ({
  live: createQueue('live', redis, prefix),
  bulk: createQueue('bulk', redis, prefix),
});

const createQueue = (lane: Lane, connection: Redis, prefix: string): IndexQueue => {
  const options: QueueOptions = {
    connection,
    prefix,
    // While Redis is unavailable, adding must fail at once.
    skipWaitingForReady: true,
    skipVersionCheck: true,
    // A finished job that is kept, even a failed one, makes BullMQ ignore later jobs with the same id.
    defaultJobOptions: {
      removeOnComplete: true,
      removeOnFail: true,
      attempts: 8,
      backoff: { type: 'exponential', delay: 500 },
    },
  };
  const queue: IndexQueue = new Queue(lane, options);
  // Without a listener an error event ends the process; the command that failed reports it to its caller.
  queue.on('error', () => {});
  return queue;
};

/**
 * The same id for the same work, so that it is queued once. Without `:` and not an integer, which BullMQ rejects.
 *
 * @param nonce for a job that must run although an equal one is running
 */
export const jobIdOf = (items: readonly JobItem[], nonce = ''): string => {
  const hash = createHash('sha256').update(nonce);
  for (const { id, revision } of items) hash.update(`\0${revision}\0${id}`);
  return `index-${hash.digest('base64url')}`;
};

/** Splits items into jobs of a lane's size, in order. */
export const cutIntoJobs = (items: readonly JobItem[], lane: Lane): readonly (readonly JobItem[])[] => {
  const limits = jobLimits[lane];
  const jobs: JobItem[][] = [];
  let bytes = 0;
  for (const item of items) {
    const job = jobs.at(-1);
    if (job && job.length < limits.items && bytes + item.bytes <= limits.bytes) {
      job.push(item);
      bytes += item.bytes;
    } else {
      jobs.push([item]);
      bytes = item.bytes;
    }
  }
  return jobs;
};
