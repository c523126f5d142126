import { dropOld } from '../../reindex/start.ts';
import { quantile } from '../quantile.ts';
import { applyLoad, type Shot, sendUntil } from '../search/load.ts';
import type { BenchmarkOptions } from '../task.ts';
import { callReindex } from './child.ts';
import type { FilledInstallation } from './installation.ts';

const turns = 4;
const warmUpSeconds = 5;
/** Without a reindex; with one it is as long as the command takes. */
const restSeconds = 10;

/**
 * Searches by one connection, so that what is measured is the wait and not the queue. With and without a reindex take
 * turns, each reindex from its start to its swap; all searches of either kind are taken together, since one turn has
 * too few for its hundredth part to mean anything.
 *
 * @param args  of the command, a process of its own
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
    let isCopied = false;
    const copying = callReindex(args, env).finally(() => {
      isCopied = true;
    });
    copying.catch(() => {});
    during.push(...(await search(() => isCopied)));
    await copying;
    await dropOld(store);
  }
  log(`searches without a reindex: ${describe(without)}; during one: ${describe(during)}`);
  return { during: quantile(during, 0.99), without: quantile(without, 0.99) };
};

const describe = (times: readonly number[]): string => {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1));
  return `${times.length}, p50 ${p50} ms, p95 ${p95}, p99 ${p99}`;
};
