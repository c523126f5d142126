import type { Metrics } from '../platform/metrics.ts';
import { lanes, type Queues } from '../platform/queues.ts';
import type { Redis } from '../platform/redis.ts';

export interface QueueWatch {
  readonly look: () => Promise<void>;
  /** Resolves when nothing live has waited for longer than a second. */
  readonly giveWay: () => Promise<void>;
  /** Notifies every worker, this one at once, that live articles are arriving. Never throws. */
  readonly noteLive: () => void;
  /** Whether live articles have arrived recently, at any worker. */
  readonly isLive: () => boolean;
}

const longestLiveWaitMs = 1000;
/** Live articles seldom come alone. */
const liveForMs = 10_000;
const announceEveryMs = 1000;

/** Watches how long jobs wait. */
export const watchQueues = (
  queues: Queues,
  metrics: Metrics,
  { redis, prefix }: { readonly redis: Redis; readonly prefix: string },
): QueueWatch => {
  const liveKey = `${prefix}:live-seen`;
  let liveAgeMs = 0;
  let isLive = false;
  let announcedAt = 0;
  return {
    look: async () => {
      isLive = (await redis.exists(liveKey)) > 0;
      for (const lane of lanes) {
        const [oldest] = await queues[lane].getJobs(['wait'], 0, 0, true);
        const age = oldest ? Math.max(0, Date.now() - oldest.timestamp) : 0;
        if (lane === 'live') liveAgeMs = age;
        metrics.queueAge.set({ queue: lane }, age / 1000);
        metrics.queueWaiting.set({ queue: lane }, await queues[lane].getWaitingCount());
      }
    },
    noteLive: () => {
      isLive = true;
      if (Date.now() - announcedAt < announceEveryMs) return;
      announcedAt = Date.now();
      // A worker that misses this sends large requests for a while: nothing is lost.
      void redis.set(liveKey, '1', 'PX', liveForMs).catch(() => {});
    },
    isLive: () => isLive,
    // With a limit: bulk work continues, slowly, however long the live queue is.
    giveWay: async () => {
      for (let n = 0; n < 20 && liveAgeMs > longestLiveWaitMs; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
};
