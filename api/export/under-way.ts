import { ipKeyGenerator } from 'express-rate-limit';
import { TooMany } from '../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';

/** Simultaneous exports: per address without a key, per key, and in total in this process. */
const most = { address: 2, key: 20, all: 100 } as const;
const RETRY_SECONDS = 30;

export interface ExportLimit {
  /**
   * Runs an export until its last byte, or until its reader has gone.
   *
   * @throws {TooMany} if the limit is reached
   */
  readonly run: (caller: Pick<Caller, 'key'>, address: string, work: () => Promise<void>) => Promise<void>;
}

/** Counts the running exports of this process: each uses a point in time, memory and a thread while it is read. */
export const createExportLimit = (): ExportLimit => {
  const running = new Map<string, number>();
  let all = 0;
  const add = (owner: string, one: 1 | -1): void => {
    const now = (running.get(owner) ?? 0) + one;
    all += one;
    if (now > 0) running.set(owner, now);
    else running.delete(owner);
  };
  return {
    run: async ({ key }, address, work) => {
      const [owner, limit] =
        key === null ? [`ip:${ipKeyGenerator(address)}`, most.address] : [`key:${key}`, most.key];
      if ((running.get(owner) ?? 0) >= limit || all >= most.all)
        throw new TooMany('too many exports at once', RETRY_SECONDS);
      add(owner, 1);
      try {
        await work();
      } finally {
        add(owner, -1);
      }
    },
  };
};
