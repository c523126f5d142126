import type { Metrics } from '../platform/metrics.ts';
import { lanes, type Queues } from '../platform/queues.ts';

export interface QueueWatch {
  readonly look: () => Promise<void>;
  /** Resolves when nothing live has waited for longer than a second. */
  readonly giveWay: () => Promise<void>;
}

const longestLiveWaitMs = 1000;

/** Keeps an eye on how long jobs wait. */
export const watchQueues = (queues: Queues, metrics: Metrics): QueueWatch => {
  let liveAgeMs = 0;
  return {
    look: async () => {
      for (const lane of lanes) {
        const [oldest] = await queues[lane].getJobs(['wait'], 0, 0, true);
        const age = oldest ? Math.max(0, Date.now() - oldest.timestamp) : 0;
        if (lane === 'live') liveAgeMs = age;
        metrics.queueAge.set({ queue: lane }, age / 1000);
        metrics.queueWaiting.set({ queue: lane }, await queues[lane].getWaitingCount());
      }
    },
    // Not for ever: bulk work goes on, slowly, however long the live queue is.
    giveWay: async () => {
      for (let n = 0; n < 20 && liveAgeMs > longestLiveWaitMs; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
};
