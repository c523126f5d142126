import { hostname } from 'node:os';
import type { Client } from '@elastic/elasticsearch';
import { pause } from '../../platform/pause.ts';
import {
  isAlive,
  leaseMs,
  type ReindexState,
  readReindexState,
  type StoredState,
  writeReindexState,
} from '../../platform/reindex-state.ts';
import { CannotReindex } from './outcomes.ts';

/** The lease to reindex and the state of the reindex, both in one record in Elasticsearch. */
export interface Lease {
  readonly state: () => ReindexState;
  /** @throws {CannotReindex} if another process has taken over the reindex */
  readonly check: () => void;
  /** Writes a new state at once. @throws {CannotReindex} */
  readonly save: (change: Partial<ReindexState>) => Promise<void>;
  /** Saves a change with the next renewal, at most five seconds from now. */
  readonly note: (change: Partial<ReindexState>) => void;
  /** Releases the lease; the state stays. */
  readonly release: () => Promise<void>;
}

const beatMs = 5000;

/**
 * Takes the lease to reindex. A crashed process keeps it for at most 30 s.
 *
 * @param next  makes the new state from the stored one
 * @throws {CannotReindex} exit 4 while another process holds it
 */
export const takeLease = async (
  client: Client,
  index: string,
  next: (before: ReindexState | null) => ReindexState | Promise<ReindexState>,
): Promise<Lease> => {
  const before = await readReindexState(client, index);
  if (before && isAlive(before) && (await isBeating(client, index, before))) {
    throw new CannotReindex(`${before.state.owner} is reindexing already`, 4);
  }
  const owner = `${hostname()}:${process.pid}:${process.hrtime.bigint()}`;
  const state = { ...(await next(before?.state ?? null)), owner };
  const first = await writeReindexState(client, index, state, before);
  if (!first) throw new CannotReindex('another process began to reindex at this moment', 4);
  return keepLease(client, index, first);
};

/** The owner's clock may differ from ours, so we check whether the record changes while we wait. */
const isBeating = async (client: Client, index: string, before: StoredState): Promise<boolean> => {
  for (const end = Date.now() + leaseMs; Date.now() < end; await pause(500)) {
    const now = await readReindexState(client, index);
    if (now?.seqNo !== before.seqNo) return now?.state.owner !== null;
  }
  return false;
};

const keepLease = (client: Client, index: string, first: StoredState): Lease => {
  let held = first;
  let lost = false;
  let writing: Promise<unknown> = Promise.resolve();
  const write = (change: Partial<ReindexState>): Promise<void> => {
    const result = writing.then(async () => {
      check();
      const state = { ...held.state, ...change, beat: held.state.beat + 1 };
      held = { ...held, state };
      const written = await writeReindexState(client, index, state, held);
      // Changes made while the record was being written go with the next one.
      if (written) held = { ...written, state: held.state };
      else lost = true;
      check();
    });
    writing = result.catch(() => {});
    return result;
  };
  // One missed renewal is no loss yet: the next one decides.
  const timer = setInterval(() => void write({}).catch(() => {}), beatMs);
  timer.unref();
  const check = (): void => {
    if (lost) throw new CannotReindex('another process has taken over this reindex', 4);
  };
  return {
    state: () => held.state,
    check,
    save: write,
    note: (change) => {
      held = { ...held, state: { ...held.state, ...change } };
    },
    release: async () => {
      clearInterval(timer);
      if (!lost) await write({ owner: null });
    },
  };
};
