import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/log.ts';
import { createMetrics, type Metrics } from '../platform/metrics.ts';
import { allPass, type Probe } from '../platform/probes.ts';
import { type Closable, closeInReverse } from '../platform/shutdown.ts';
import { openWorker } from './open.ts';

export interface RunningWorker {
  /** Resolves when the indices exist, the threads have loaded and jobs are taken. */
  readonly ready: Promise<void>;
  readonly metrics: Metrics;
  /** Whether it takes jobs, and Elasticsearch and Redis answer within two seconds. Never throws. */
  readonly isReady: () => Promise<boolean>;
  /** Finishes running jobs, returns those that it cannot finish, and closes everything it opened. */
  readonly close: () => Promise<void>;
}

/** A complete worker: two job lanes, their threads, the sweeper. Runs in its own process, or inside a test. */
export const createWorker = (config: Config, log: Logger): RunningWorker => {
  const metrics = createMetrics();
  const closing = new AbortController();
  const opened: Closable[] = [];
  const probes: Probe[] = [];
  let isOpen = false;
  const ready = openWorker({ config, log, metrics, closing: closing.signal, opened, probes }).then(() => {
    isOpen = !closing.signal.aborted;
  });
  return {
    ready,
    metrics,
    isReady: async () => isOpen && (await allPass(probes)),
    close: async () => {
      isOpen = false;
      closing.abort();
      await ready.catch(() => {});
      await closeInReverse(opened, log);
    },
  };
};
