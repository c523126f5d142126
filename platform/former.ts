import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { z } from 'zod';
import { StoreUnavailable } from '../domain/errors.ts';
import type { Redis } from './redis.ts';

/** A former revision whose document is to be made again from its input. */
export interface FormerJob {
  readonly id: string;
  readonly revision: number;
}

/** The document as JSON, or why there is none. */
export const formerAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), json: z.string() }),
  z.object({ kind: z.literal('rejected'), detail: z.string() }),
]);
export type FormerAnswer = z.infer<typeof formerAnswer>;

export const formerQueueName = 'former';
/** An answer contains a text, so it expires in Redis after this time. */
export const keptSeconds = 60;
const longestWaitMs = 10_000;
const lookEveryMs = 30;

export type FormerQueue = Queue<FormerJob, FormerAnswer, 'make'>;

/** Asks workers for documents of former revisions: only they can make them. Answers stay in Redis for a minute. */
export const createFormerQueue = (connection: Redis, prefix: string): FormerQueue => {
  const queue: FormerQueue = new Queue(formerQueueName, {
    connection,
    prefix,
    skipWaitingForReady: true,
    skipVersionCheck: true,
    defaultJobOptions: { removeOnComplete: { age: keptSeconds }, removeOnFail: true },
  });
  // Without a listener an error event ends the process; the command that failed reports it to its caller.
  queue.on('error', () => {});
  return queue;
};

const formerJobId = ({ id, revision }: FormerJob): string =>
  `former-${createHash('sha256').update(`${revision}\0${id}`).digest('base64url')}`;

/**
 * The document of one revision, made by a worker.
 *
 * @throws {StoreUnavailable} without Redis, without a worker, or after ten seconds
 */
export const makeFormer = async (queue: FormerQueue, wanted: FormerJob): Promise<FormerAnswer> => {
  const jobId = formerJobId(wanted);
  try {
    await queue.add('make', wanted, { jobId });
    for (const end = Date.now() + longestWaitMs; Date.now() < end; await setTimeout(lookEveryMs)) {
      const job = await queue.getJob(jobId);
      if (job?.finishedOn !== undefined && job.returnvalue) return formerAnswer.parse(job.returnvalue);
    }
  } catch (cause) {
    throw new StoreUnavailable('former revisions cannot be made just now', { cause });
  }
  throw new StoreUnavailable('no worker made this revision in time');
};

/** Deletes answers that still contain an article's text. */
export const forgetFormer = async (
  queue: FormerQueue,
  id: string,
  revisions: readonly number[],
): Promise<void> => {
  await Promise.all(revisions.map((revision) => queue.remove(formerJobId({ id, revision }))));
};
