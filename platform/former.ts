import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { z } from 'zod';
import { StoreUnavailable } from '../domain/errors.ts';
import type { Redis } from './redis.ts';
import { createRecipient, type Recipient } from './sealed.ts';

/** A former revision whose document must be made again from its input. */
export interface FormerRevision {
  readonly id: string;
  readonly revision: number;
}

export interface FormerJob extends FormerRevision {
  /** The recipient: the answer is sealed for it, because Redis writes everything to its append-only file. */
  readonly recipient: string;
}

/** The document as JSON, or the reason why there is none. */
export const formerAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), json: z.string() }),
  z.object({ kind: z.literal('rejected'), detail: z.string() }),
]);
export type FormerAnswer = z.infer<typeof formerAnswer>;

export const formerQueueName = 'former';
/** Expiry of an answer in Redis. */
export const keptSeconds = 60;
const longestWaitMs = 10_000;
const lookEveryMs = 30;

export interface FormerQueue {
  /** Answers are `FormerAnswer`s, sealed. */
  readonly queue: Queue<FormerJob, string, 'make'>;
  readonly recipient: Recipient;
}

/** Asks workers for documents of former revisions: only they can make them. Answers stay in Redis for a minute. */
export const createFormerQueue = (connection: Redis, prefix: string): FormerQueue => {
  const queue: FormerQueue['queue'] = new Queue(formerQueueName, {
    connection,
    prefix,
    skipWaitingForReady: true,
    skipVersionCheck: true,
    defaultJobOptions: { removeOnComplete: { age: keptSeconds }, removeOnFail: true },
  });
  // Without a listener an error event ends the process; the command that failed reports it to its caller.
  queue.on('error', () => {});
  return { queue, recipient: createRecipient() };
};

const jobIdOf = ({ id, revision, recipient }: FormerJob): string =>
  `former-${createHash('sha256').update(`${recipient}\0${revision}\0${id}`).digest('base64url')}`;

/**
 * The document of one revision, made by a worker.
 *
 * @throws {StoreUnavailable} without Redis, without a worker, or after ten seconds
 */
export const makeFormer = async (
  { queue, recipient }: FormerQueue,
  wanted: FormerRevision,
): Promise<FormerAnswer> => {
  const job = { ...wanted, recipient: recipient.address };
  const jobId = jobIdOf(job);
  try {
    await queue.add('make', job, { jobId });
    for (const end = Date.now() + longestWaitMs; Date.now() < end; await setTimeout(lookEveryMs)) {
      const made = await queue.getJob(jobId);
      if (made?.finishedOn !== undefined && made.returnvalue)
        return formerAnswer.parse(JSON.parse(recipient.open(made.returnvalue)));
    }
  } catch (cause) {
    throw new StoreUnavailable('former revisions cannot be made at the moment', { cause });
  }
  throw new StoreUnavailable('no worker made this revision in time');
};
