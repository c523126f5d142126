import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/log.ts';
import { createMetrics, type Metrics } from '../platform/metrics.ts';
import { type Closable, closeInReverse } from '../platform/shutdown.ts';
import { openWorker } from './open.ts';

export interface RunningWorker {
  /** Resolves when indices stand, threads have loaded and jobs are taken. */
  readonly ready: Promise<void>;
  readonly metrics: Metrics;
  readonly isReady: () => boolean;
  /** Finishes what runs, hands back what cannot be finished, closes all it opened. */
  readonly close: () => Promise<void>;
}

/** A whole worker: two lanes of jobs, their threads, the sweeper. May run in a process of its own or in a test's. */
export const createWorker = (config: Config, log: Logger): RunningWorker => {
  const metrics = createMetrics();
  const closing = new AbortController();
  const opened: Closable[] = [];
  let isReady = false;
  const ready = openWorker({ config, log, metrics, closing: closing.signal, opened }).then(() => {
    isReady = !closing.signal.aborted;
  });
  return {
    ready,
    metrics,
    isReady: () => isReady,
    close: async () => {
      isReady = false;
      closing.abort();
      await ready.catch(() => {});
      await closeInReverse(opened, log);
    },
  };
};
