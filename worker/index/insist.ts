import type { BulkOperation, ItemOutcome } from '../../platform/bulk.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { FaultLog } from './fault-log.ts';
import type { WriteLane } from './lane.ts';

/** The worker is closing, or the service has been unavailable for too long: the job goes back to the queue. */
export class HandBack extends Error {
  override readonly name = 'HandBack';
}

/** A final outcome. */
export type FinalOutcome = Exclude<ItemOutcome, { kind: 'retry' } | { kind: 'fault' }>;

export interface Persistence {
  readonly lane: WriteLane;
  readonly metrics: Metrics;
  readonly faults: FaultLog;
  /** Aborted when the worker closes. */
  readonly closing: AbortSignal;
}

/** After this time a job goes back to the queue; its articles stay in `pending`, so nothing is lost. */
const patienceMs = 15 * 60_000;
const maxPauseMs = 10_000;
/** The last round of a reindex takes seconds; writes that wait for it should not wait much longer. */
const fencePauseMs = 500;

/**
 * Writes until every operation has a final outcome; waits while the service is overloaded or failing.
 *
 * @throws {HandBack}
 */
export const insist = async (
  operations: readonly BulkOperation[],
  { lane, metrics, faults, closing }: Persistence,
): Promise<readonly FinalOutcome[]> => {
  const finals: FinalOutcome[] = [];
  const began = Date.now();
  let open = operations.map((operation, n) => ({ operation, n }));
  let longest = maxPauseMs;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 0) await pause(Math.min(100 * 2 ** attempt, longest), closing);
    if (closing.aborted && attempt > 0) throw new HandBack('closing');
    if (Date.now() - began > patienceMs) throw new HandBack('the service has been away for too long');
    const outcomes = await lane.write(open.map(({ operation }) => operation));
    longest = maxPauseMs;
    open = open.filter(({ n }, at) => {
      const outcome = outcomes[at];
      if (outcome && outcome.kind !== 'retry' && outcome.kind !== 'fault') finals[n] = outcome;
      else {
        const reason = outcome?.reason ?? 'no-result';
        metrics.retries.inc({ reason });
        if (reason === 'fence') longest = fencePauseMs;
        if (outcome?.kind === 'fault') faults.note(reason);
        return true;
      }
      return false;
    });
  }
  return finals;
};

/** Ends early when the worker closes. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
