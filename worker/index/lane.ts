import type { Client } from '@elastic/elasticsearch';
import type { Lane } from '../../domain/submission.ts';
import type { BulkOperation, ItemOutcome } from '../../platform/bulk.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { sendToTargets, type WriteTargets } from './targets.ts';

export interface WriteLane {
  /** Shares a `_bulk` request with other waiting writes. One outcome per operation, in order; never throws. */
  readonly write: (operations: readonly BulkOperation[]) => Promise<readonly ItemOutcome[]>;
}

export interface LaneOptions {
  readonly client: Client;
  readonly name: Lane;
  /** Requests in flight. */
  readonly slots: number;
  /** How long an operation waits for others to join its request while a slot is free. */
  readonly gatherMs: number;
  readonly maxBytes: number;
  /**
   * Limits that apply instead while `holds` is true. Elasticsearch processes requests in order, so a live article
   * waits for everything in flight.
   */
  readonly modest?: { readonly holds: () => boolean; readonly slots: number; readonly maxBytes: number };
  readonly targets: WriteTargets;
  /** Asked before each request: resolves when the lane may go on. */
  readonly giveWay?: () => Promise<void>;
  readonly metrics: Metrics;
}

interface Group {
  readonly operations: readonly BulkOperation[];
  readonly bytes: number;
  readonly resolve: (outcomes: readonly ItemOutcome[]) => void;
}

/** Combines the writes of many jobs into few requests. */
export const createWriteLane = (options: LaneOptions): WriteLane => {
  const { gatherMs, modest } = options;
  const waiting: Group[] = [];
  let inFlight = 0;
  let waitingBytes = 0;
  let timer: NodeJS.Timeout | undefined;

  const bounds = () => (modest?.holds() ? modest : options);

  const consider = (): void => {
    if (waiting.length === 0 || inFlight >= bounds().slots) return;
    if (waitingBytes >= bounds().maxBytes) void send();
    else timer ??= setTimeout(() => void send(), gatherMs);
  };

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (inFlight >= bounds().slots || waiting.length === 0) return;
    inFlight += 1;
    await options.giveWay?.();
    const groups = take();
    try {
      await sendGroups(groups, options);
    } finally {
      inFlight -= 1;
      consider();
    }
  };

  const take = (): readonly Group[] => {
    const taken: Group[] = [];
    const { maxBytes } = bounds();
    let bytes = 0;
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (taken.length > 0 && bytes + next.bytes > maxBytes) break;
      taken.push(next);
      bytes += next.bytes;
      waiting.shift();
    }
    waitingBytes -= bytes;
    return taken;
  };

  return {
    write: (operations) =>
      new Promise((resolve) => {
        const bytes = operations.reduce((sum, { document }) => sum + (document?.length ?? 0) + 120, 0);
        waiting.push({ operations, bytes, resolve });
        waitingBytes += bytes;
        consider();
      }),
  };
};

const sendGroups = async (
  groups: readonly Group[],
  { client, name, metrics, targets }: LaneOptions,
): Promise<void> => {
  const operations = groups.flatMap((group) => group.operations);
  const lane = { lane: name };
  metrics.bulkOperations.observe(lane, operations.length);
  metrics.bulkBytes.observe(
    lane,
    groups.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const stop = metrics.bulkSeconds.startTimer(lane);
  const outcomes = await sendToTargets(client, operations, targets).catch(
    (error: unknown): readonly ItemOutcome[] =>
      operations.map(() => ({ kind: 'retry', reason: error instanceof Error ? error.name : 'unknown' })),
  );
  stop();
  const failed = outcomes.some(({ kind }) => kind === 'retry' || kind === 'fault');
  metrics.bulkRequests.inc({ ...lane, result: failed ? 'faulty' : 'ok' });
  let from = 0;
  for (const { operations: own, resolve } of groups) {
    resolve(outcomes.slice(from, from + own.length));
    from += own.length;
  }
};
