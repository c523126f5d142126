import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from '../../platform/redis.ts';

export interface Hosts {
  /**
   * Waits until a host may be requested again; the pause applies to all workers together.
   *
   * @param until  latest time to wait for, in Unix milliseconds
   * @returns false if the host may not be requested until then
   */
  readonly waitFor: (host: string, delayMs: number, until: number) => Promise<boolean>;
  /** Leaves a host alone for a while. */
  readonly rest: (host: string, ms: number) => Promise<void>;
}

/** Pauses are in Redis; if it loses them, a host is requested once too early. */
export const createHosts = (redis: Redis, prefix: string, closing: AbortSignal): Hosts => {
  const keyOf = (host: string): string => `${prefix}:host:${host}`;
  return {
    waitFor: async (host, delayMs, until) => {
      while (!closing.aborted) {
        const lease = await redis.set(keyOf(host), '1', 'PX', Math.max(1, delayMs), 'NX');
        if (lease === 'OK') return true;
        const left = Math.max(1, await redis.pttl(keyOf(host)));
        if (Date.now() + left > until) return false;
        await pause(left, undefined, { signal: closing }).catch(() => {});
      }
      return false;
    },
    rest: async (host, ms) => {
      if (ms > 0) await redis.set(keyOf(host), '1', 'PX', Math.ceil(ms));
    },
  };
};
