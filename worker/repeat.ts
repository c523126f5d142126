import { Queue, Worker } from 'bullmq';
import type { Config } from '../platform/config.ts';
import { every } from '../platform/every.ts';
import type { Logger } from '../platform/log.ts';
import type { Redis } from '../platform/redis.ts';

interface RepeatServices {
  readonly redis: Redis;
  readonly config: Pick<Config, 'prefix' | 'worker'>;
  readonly log: Logger;
}

/** How often the repeating jobs are registered again, in case Redis lost everything. */
const remindMs = 60_000;

/** One repeating job, run by one worker at a time. */
export const repeat = async (
  name: string,
  ms: number,
  run: () => Promise<unknown>,
  { redis, config, log }: RepeatServices,
): Promise<{ readonly close: () => Promise<void> }> => {
  const options = { connection: redis, prefix: config.prefix, skipVersionCheck: true };
  const queue = new Queue(name, options);
  // Without a listener an error event ends the process; a job that failed is logged below.
  queue.on('error', () => {});
  const schedule = async (): Promise<void> => {
    await queue.setGlobalConcurrency(1);
    await queue.upsertJobScheduler(
      name,
      { every: ms },
      { name, opts: { removeOnComplete: true, removeOnFail: true } },
    );
  };
  await schedule();
  const worker = new Worker(name, async () => void (await run()), {
    ...options,
    lockDuration: config.worker.lockMs,
    stalledInterval: config.worker.lockMs,
    maxStalledCount: 1000,
  });
  worker.on('error', () => {});
  worker.on('failed', (_job, error) => log.warn({ err: error, job: name }, 'failed; done again'));
  const reminder = every(remindMs, `repeat ${name}`, schedule, log);
  return {
    close: async () => {
      await reminder.close();
      await worker.close();
      await queue.close();
    },
  };
};
