import { ipKeyGenerator } from 'express-rate-limit';
import { TooMany } from '../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';

/** Exports at once: of an address without a key, of a key, and of all in this process. */
const most = { address: 2, key: 20, all: 100 } as const;
const RETRY_SECONDS = 30;

export interface ExportLimit {
  /**
   * Runs an export, to its last byte or until its reader has gone.
   *
   * @throws {TooMany} if as many as may be are under way
   */
  readonly run: (caller: Pick<Caller, 'key'>, address: string, work: () => Promise<void>) => Promise<void>;
}

/** Counts the exports under way in this process: each holds a view, memory and a thread for as long as it is read. */
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
