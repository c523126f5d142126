import { readReindexState } from '../../../platform/reindex-state.ts';
import { abandon, dropOld } from '../../../scripts/reindex/start.ts';
import { quantile } from '../quantile.ts';
import { applyLoad, type Shot, sendUntil } from '../search/load.ts';
import type { BenchmarkOptions } from '../task.ts';
import { type CalledReindex, callReindex } from './child.ts';
import type { FilledInstallation } from './installation.ts';

const turns = 4;
const warmUpSeconds = 5;
/** Without a reindex. */
const restSeconds = 10;
/** With a reindex, if it takes that long. */
const longestSeconds = 20;

/**
 * Searches over one connection, to measure latency without queueing. Phases with and without a reindex
 * alternate, each reindex from its start and, on a machine that is not too busy, to its swap. All searches of each kind
 * are combined, because one phase has too few for a 99th percentile.
 *
 * @param args  of the command, which runs in a separate process
 * @returns 99th percentiles in milliseconds
 */
export const measureSearches = async (
  { store, env }: FilledInstallation,
  shots: readonly Shot[],
  args: readonly string[],
  { log, signal }: BenchmarkOptions,
): Promise<{ readonly during: number; readonly without: number }> => {
  const search = (isOver: () => boolean) => sendUntil(shots, { connections: 1, isOver }, signal);
  await applyLoad(shots, { connections: 1, seconds: warmUpSeconds }, signal);
  const without: number[] = [];
  const during: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const end = performance.now() + restSeconds * 1000;
    without.push(...(await search(() => performance.now() >= end)));
    during.push(...(await searchDuring(callReindex(args, env), search)));
    await ((await isDone(store)) ? dropOld(store) : abandon(store));
  }
  log(`searches without a reindex: ${describe(without)}; during one: ${describe(during)}`);
  return { during: quantile(during, 0.99), without: quantile(without, 0.99) };
};

const searchDuring = async (
  { ended, stop }: CalledReindex,
  search: (isOver: () => boolean) => Promise<readonly number[]>,
): Promise<readonly number[]> => {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  ended.then(over, over);
  const timer = setTimeout(over, longestSeconds * 1000);
  const times = await search(() => isOver);
  clearTimeout(timer);
  stop();
  await ended;
  return times;
};

/** Whether the reindex has finished or was stopped. */
const isDone = async ({ client, names }: FilledInstallation['store']): Promise<boolean> =>
  (await readReindexState(client, names.state))?.state.phase === 'done';

const describe = (times: readonly number[]): string => {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1));
  return `${times.length}, p50 ${p50} ms, p95 ${p95}, p99 ${p99}`;
};
