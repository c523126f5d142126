import type { Logger } from '../../platform/log.ts';

export interface FaultLog {
  /** A write that the service refused although its document is fine. */
  readonly note: (reason: string) => void;
}

const everyMs = 10_000;

/** Logs each reason at once, then its count at most every ten seconds: every job runs into it again. */
export const createFaultLog = (log: Logger, clock: () => number = Date.now): FaultLog => {
  const logged = new Map<string, { at: number; since: number }>();
  return {
    note: (reason) => {
      const last = logged.get(reason);
      if (last && clock() - last.at < everyMs) {
        last.since += 1;
        return;
      }
      log.error({ reason, refused: (last?.since ?? 0) + 1 }, 'Elasticsearch does not accept writes');
      logged.set(reason, { at: clock(), since: 0 });
    },
  };
};
