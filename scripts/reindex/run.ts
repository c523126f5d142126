import type { Pair, Part } from '../../platform/reindex-state.ts';
import { setFence } from '../../platform/reindex-state.ts';
import { compareIndices, type Difference } from './compare.ts';
import { copyPart, patiently } from './copy.ts';
import { noCourtesy } from './courtesy.ts';
import { chooseLanguages, findCurrent, finishTargets, openTargets } from './plan.ts';
import { repair } from './repair.ts';
import { isSmallRest, maxRounds, refuseLargeRest } from './rest.ts';
import { checkStopped, type ReindexServices } from './services.ts';
import { lengthOf, partsSince, readCheckpoints } from './shards.ts';
import { isSwapped, swapAliases } from './swap.ts';
import { createThrottle } from './throttle.ts';

export type ReindexResult =
  | { readonly kind: 'swapped'; readonly copied: number; readonly fencedMs: number }
  | { readonly kind: 'differs'; readonly differences: readonly (Difference & { language: string })[] };

/**
 * Fills new indices and swaps them with the old ones. May be stopped or killed at any point and called again with the
 * same state.
 *
 * @throws {Stopped} {CannotReindex}
 */
export const runReindex = async (services: ReindexServices): Promise<ReindexResult> => {
  const { client, lease } = services;
  const sources = lease.state().pairs.map(({ source }) => source);
  if (await isSwapped(services, lease.state().pairs)) return finish(services, 0);
  await openTargets(services, lease.state().pairs);
  for (let round = 0; round < maxRounds; round += 1) {
    await copyParts(services);
    await noteNewParts(services);
    if (isSmallRest(restOf(services))) break;
  }
  refuseLargeRest(restOf(services));
  await finishTargets(services, lease.state().pairs);
  const fenced = Date.now();
  await lease.save({ phase: 'fence' });
  try {
    await setFence(client, sources, true);
    await noteNewParts(services);
    await copyParts(withoutManners(services));
    const differences = await settleDifferences(services);
    if (differences.length > 0) return { kind: 'differs', differences };
    await noteTakeover(services);
    checkStopped(services);
    // This fails if another process has taken the lease in the meantime; then nothing is swapped.
    await lease.save({ phase: 'swap' });
    await swapAliases(services, lease.state().pairs);
  } finally {
    if (!(await isSwapped(services, lease.state().pairs).catch(() => true)))
      await setFence(client, sources, false);
  }
  return finish(services, Date.now() - fenced);
};

/** Writers wait while the fence is set, so copying does not yield to searches here. */
const withoutManners = (services: ReindexServices): ReindexServices => ({
  ...services,
  courtesy: noCourtesy,
  throttle: createThrottle(Number.POSITIVE_INFINITY),
});

const finish = async (services: ReindexServices, fencedMs: number): Promise<ReindexResult> => {
  const { lease } = services;
  await lease.save({ phase: 'done' });
  await dropSuperseded(services);
  return { kind: 'swapped', copied: lease.state().copied, fencedMs };
};

/** Never includes an index that serves readers, whatever the record says. */
const dropSuperseded = async (services: ReindexServices): Promise<void> => {
  const { client, lease } = services;
  const serving = new Set((await findCurrent(services, chooseLanguages([]))).values());
  const index = lease.state().superseded.filter((name) => !serving.has(name));
  if (index.length > 0) await client.indices.delete({ index, ignore_unavailable: true });
  await lease.save({ superseded: [] });
};

const restOf = ({ lease }: ReindexServices): number =>
  lease.state().pairs.reduce((sum, { parts }) => sum + lengthOf(parts), 0);

/** Copies the recorded parts, several at once, and saves its progress. */
const copyParts = async (services: ReindexServices): Promise<void> => {
  const { lease, slices, report } = services;
  const total = lease.state().copied + restOf(services);
  const waiting = lease.state().pairs.flatMap(({ parts }, at) => parts.map((_, n) => ({ at, n })));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { at, n } = next;
      const pair = lease.state().pairs[at];
      const part = pair?.parts[n];
      if (!pair || !part) continue;
      await copyPart(pair, part, services, (reached, documents) => {
        const { pairs, copied, phase } = lease.state();
        lease.note({ pairs: withReached(pairs, at, n, reached), copied: copied + documents });
        report({ phase, copied: copied + documents, total });
      });
    }
  };
  await Promise.all(Array.from({ length: slices }, work));
};

const withReached = (pairs: readonly Pair[], at: number, n: number, reached: number): Pair[] =>
  pairs.map((pair, index) =>
    index === at
      ? { ...pair, parts: pair.parts.map((part, m) => (m === n ? { ...part, at: reached } : part)) }
      : pair,
  );

/** Adds parts for new writes, and keeps only the ends of finished parts. */
const noteNewParts = async (services: ReindexServices): Promise<void> => {
  const { client, lease } = services;
  const pairs: Pair[] = [];
  for (const pair of lease.state().pairs) {
    const checkpoints = await patiently(services, () => readCheckpoints(client, pair.source));
    const open = pair.parts.filter(({ at, end }) => at < end);
    const parts: Part[] = [...open, ...partsSince(pair.parts, checkpoints)];
    pairs.push({ ...pair, parts });
  }
  await lease.save({ pairs });
};

/** Compares; copies differing documents again while the fence is set; returns what still differs. */
const settleDifferences = async (services: ReindexServices) => {
  const { client, lease } = services;
  const content = lease.state().from === 'index';
  const left: (Difference & { language: string })[] = [];
  for (const pair of lease.state().pairs) {
    const { source, target, language } = pair;
    const compare = async () => {
      checkStopped(services);
      await client.indices.refresh({ index: [source, target] });
      return compareIndices(client, { source, target, content });
    };
    const differences = await patiently(services, compare);
    if (differences.length === 0) continue;
    await repair(pair, differences, services);
    for (const difference of await patiently(services, compare)) left.push({ ...difference, language });
  }
  return left;
};

const noteTakeover = async ({ client, lease }: ReindexServices): Promise<void> => {
  const pairs: Pair[] = [];
  for (const pair of lease.state().pairs)
    pairs.push({ ...pair, takeover: [...(await readCheckpoints(client, pair.target))] });
  lease.note({ pairs });
};
