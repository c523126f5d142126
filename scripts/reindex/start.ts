import type { ReindexState } from '../../platform/reindex-state.ts';
import { setFence } from '../../platform/reindex-state.ts';
import { prepareStore } from '../../worker/definitions.ts';
import type { CommandStore } from '../open-store.ts';
import { createCourtesy, noCourtesy } from './courtesy.ts';
import { openFromRaw } from './from-raw.ts';
import { type Lease, takeLease } from './lease.ts';
import { CannotReindex } from './outcomes.ts';
import { chooseLanguages, planPairs, planRollback } from './plan.ts';
import { type ReindexResult, runReindex } from './run.ts';
import type { Progress } from './services.ts';
import { isSwapped } from './swap.ts';
import { createThrottle } from './throttle.ts';
import { fromIndex } from './transform.ts';

export interface ReindexOptions {
  readonly action: 'raw' | 'index' | 'rollback' | 'resume';
  readonly languages: readonly string[];
  /** Documents a second; infinite for no limit. */
  readonly throttle: number;
  /** Whether it yields to searches. */
  readonly yields: boolean;
  readonly slices: number;
  readonly stopped: AbortSignal;
  readonly report: (progress: Progress) => void;
}

/** A complete reindex, or the rest of one. @throws {CannotReindex} {Stopped} */
export const reindex = async (store: CommandStore, options: ReindexOptions): Promise<ReindexResult> => {
  const { client, names, config } = store;
  await prepareStore(client, config);
  const lease = await takeLease(client, names.state, (before) => nextState(store, options, before));
  const source = lease.state().from === 'raw' ? await openFromRaw(store) : null;
  const courtesy = options.yields ? createCourtesy(client, names.articles) : noCourtesy;
  try {
    return await runReindex({
      courtesy,
      client,
      config,
      names,
      lease,
      transform: source?.transform ?? fromIndex,
      throttle: createThrottle(options.throttle),
      slices: options.slices,
      stopped: options.stopped,
      report: options.report,
    });
  } finally {
    courtesy.close();
    await source?.close();
    await lease.release();
  }
};

const isOpen = (state: ReindexState | null): state is ReindexState =>
  state !== null && state.phase !== 'done' && state.phase !== 'abandoned';

const nextState = async (
  store: CommandStore,
  { action, languages, slices }: ReindexOptions,
  before: ReindexState | null,
): Promise<ReindexState> => {
  // The target of a rollback is not a leftover.
  const superseded = action === 'rollback' ? (before?.superseded ?? []) : leftBy(before);
  if (action === 'resume') {
    if (!isOpen(before)) throw new CannotReindex('there is no interrupted reindex to resume', 2);
    return { ...before, phase: 'copy' };
  }
  if (isOpen(before))
    throw new CannotReindex(
      'a reindex was interrupted: continue with --resume or give it up with --abandon',
      2,
    );
  const pairs =
    action === 'rollback'
      ? await planRollback(store.client, before)
      : await planPairs(store, chooseLanguages(languages), slices);
  const began = new Date().toISOString();
  return { from: action, phase: 'copy', began, owner: null, beat: 0, copied: 0, pairs, superseded };
};

/** Indices left by a finished run. */
const leftBy = (state: ReindexState | null): readonly string[] =>
  state
    ? [...state.superseded, ...(state.phase === 'done' ? state.pairs.map(({ source }) => source) : [])]
    : [];

/** Gives up an interrupted reindex: its new indices are deleted, the old ones stay in use. */
export const abandon = async ({ client, names }: CommandStore): Promise<readonly string[]> => {
  const lease: Lease = await takeLease(client, names.state, (before) => {
    if (!isOpen(before)) throw new CannotReindex('there is no interrupted reindex to give up', 2);
    return before;
  });
  try {
    const { pairs, from } = lease.state();
    if (await isSwapped({ client, names }, pairs))
      throw new CannotReindex('its new indices are already in use: --resume finishes it', 2);
    await setFence(
      client,
      pairs.map(({ source }) => source),
      false,
    );
    const targets = pairs.map(({ target }) => target);
    // The targets of a rollback are the previous indices: they are kept.
    if (from === 'rollback')
      await client.indices.deleteAlias({ index: targets, name: names.buildingOf('*') });
    else await client.indices.delete({ index: targets, ignore_unavailable: true });
    await lease.save({ phase: 'abandoned' });
    return targets;
  } finally {
    await lease.release();
  }
};

/** Deletes the indices that were kept for a rollback. */
export const dropOld = async ({ client, names }: CommandStore): Promise<readonly string[]> => {
  let dropped: readonly string[] = [];
  const lease = await takeLease(client, names.state, (before) => {
    if (before?.phase !== 'done') throw new CannotReindex('no finished reindex has left anything', 2);
    dropped = leftBy(before);
    return before;
  });
  try {
    await client.indices.delete({ index: [...dropped], ignore_unavailable: true });
    // Only now: if the process is killed in between, this runs again.
    await lease.save({ phase: 'abandoned', superseded: [] });
  } finally {
    await lease.release();
  }
  return dropped;
};
