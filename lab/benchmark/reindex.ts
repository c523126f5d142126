import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCurrent } from '../../scripts/reindex/plan.ts';
import { reindex } from '../../scripts/reindex/start.ts';
import { launchTestServers } from '../../scripts/test-servers.ts';
import { makeDocuments } from './indexing/documents.ts';
import { type BareWay, copyBare } from './reindex/bare.ts';
import { type FilledInstallation, inFilledInstallation } from './reindex/installation.ts';
import { livePerSecond, writeMeanwhile } from './reindex/live-writes.ts';
import { measureSearches } from './reindex/searches.ts';
import type { Shot } from './search/load.ts';
import { drawQueries } from './search/queries.ts';
import { shotsFor } from './search/shots.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const articles = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 5000);
const codes = ['ar', 'en', 'ru', 'zh'];
const slices = 2;

/** How a bare script may copy; the fastest counts. */
const ways: readonly [BareWay, ...BareWay[]] = [
  { batch: 500, slices: 1 },
  { batch: 500, slices: 2 },
  { batch: 1000, slices: 2 },
  { batch: 500, slices: 4 },
];

/** Compares a reindex with a bare copy, and measures how it slows down searches. New articles arrive all the time. */
export const reindexBenchmark: Benchmark = {
  name: 'reindex',
  summary: 'reindex beside a bare copy, and searches during it; DATELINE_BENCHMARK_ARTICLES chooses the size',
  run: async function* (options) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    const servers = await launchTestServers(folder);
    try {
      const documents = await makeDocuments(articles);
      const shots = (prefix: string): readonly Shot[] =>
        shotsFor(drawQueries(documents.slice(0, 500), 400), {
          api: servers.elasticsearch,
          key: '',
          prefix,
          elasticsearch: servers.elasticsearch,
        }).bare;
      const figures = await inFilledInstallation(servers, documents, async (filled) => {
        const writes = writeMeanwhile(filled.store, documents);
        try {
          const args = ['--from', 'index', '--slices', String(slices), '--language', ...codes];
          const searches = await measureSearches(filled, shots(filled.store.config.prefix), args, options);
          return { ...searches, ...(await measureRates(filled, options)) };
        } finally {
          const { sent, failed } = writes.stop();
          options.log(
            `${sent} articles came in meanwhile, ${livePerSecond} a second; ${failed} were not taken`,
          );
        }
      });
      const row = { task: 'reindex', set: `${articles / 1000}k` };
      yield { ...row, metric: 'rate', value: figures.ours.copied };
      yield { ...row, metric: 'reference-rate', value: figures.bare };
      yield { ...row, metric: 'rate-ratio', value: figures.ours.copied / figures.bare };
      yield { ...row, metric: 'swapped-ratio', value: figures.ours.swapped / figures.bare };
      yield { ...row, metric: 'p99-ratio', value: figures.during / figures.without };
    } finally {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const measureRates = async (
  filled: FilledInstallation,
  { log, signal }: BenchmarkOptions,
): Promise<{ readonly ours: Rates; readonly bare: number }> => {
  let best = { rate: 0, way: ways[0] };
  for (const way of ways) {
    signal.throwIfAborted();
    const rate = await measureBare(filled, way, log);
    if (rate > best.rate) best = { rate, way };
  }
  // They alternate, twice each, so that other load on the machine affects both alike.
  const first = await measureOurs(filled, { log, signal });
  const again = await measureBare(filled, best.way, log);
  const second = await measureOurs(filled, { log, signal });
  const ours = {
    copied: Math.max(first.copied, second.copied),
    swapped: Math.max(first.swapped, second.swapped),
  };
  return { ours, bare: Math.max(best.rate, again) };
};

/** Articles a second. */
interface Rates {
  /** Up to the fence: the part that a bare copy also does. */
  readonly copied: number;
  /** Including the last round, the comparison and the swap behind the fence, which a bare copy does not have. */
  readonly swapped: number;
}

const measureOurs = async (
  { store }: FilledInstallation,
  { log, signal }: Pick<BenchmarkOptions, 'log' | 'signal'>,
): Promise<Rates> => {
  const began = performance.now();
  const result = await reindex(store, {
    action: 'index',
    languages: codes,
    throttle: Number.POSITIVE_INFINITY,
    yields: true,
    slices,
    stopped: signal,
    report: () => {},
  });
  if (result.kind !== 'swapped') throw new Error('the indices differ: nothing to measure');
  const took = performance.now() - began;
  const rates = {
    copied: (result.copied * 1000) / (took - result.fencedMs),
    swapped: (result.copied * 1000) / took,
  };
  const [copied, swapped] = [rates.copied.toFixed(0), rates.swapped.toFixed(0)];
  log(
    `reindex: copied ${copied} articles/s, compared and swapped ${swapped}, ${result.fencedMs} ms behind the fence`,
  );
  return rates;
};

const measureBare = async (
  { store }: FilledInstallation,
  way: BareWay,
  log: (line: string) => void,
): Promise<number> => {
  const { client, names } = store;
  const current = await findCurrent(store, codes);
  const pairs = [...current].map(([language, source]) => ({
    language,
    source,
    target: `${names.raw}-bare-${language}`,
  }));
  const began = performance.now();
  let copied = 0;
  for (const pair of pairs) copied += await copyBare(client, pair, way);
  const rate = (copied * 1000) / (performance.now() - began);
  await client.indices.delete({ index: pairs.map(({ target }) => target) });
  log(`bare, ${way.batch} a page, ${way.slices} slices: ${rate.toFixed(0)} articles/s`);
  return rate;
};
