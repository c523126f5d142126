import type { BulkOperation, ItemOutcome } from '../../platform/bulk.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { backoffMs, pause } from '../../platform/pause.ts';
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
 * Elasticsearch uses this error type both for text that an analyzer cannot process (the document's fault) and for
 * problems of an index. After some time the document is blamed: otherwise one article would block its batch forever.
 */
const doubtful = 'illegal_argument_exception';
const doubtMs = 30_000;

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
    if (attempt > 0) await pause(backoffMs(attempt, 200, longest), closing);
    if (closing.aborted && attempt > 0) throw new HandBack('closing');
    if (Date.now() - began > patienceMs) throw new HandBack('the service has been unavailable for too long');
    const written = await lane.write(open.map(({ operation }) => operation));
    const outcomes = Date.now() - began < doubtMs ? written : written.map(endDoubt);
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

const endDoubt = (outcome: ItemOutcome): ItemOutcome =>
  outcome.kind === 'fault' && outcome.reason === doubtful
    ? { kind: 'rejected', reason: doubtful.replaceAll('_', '-'), detail: outcome.detail }
    : outcome;
