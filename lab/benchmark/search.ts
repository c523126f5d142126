import type { TestServers } from '../../scripts/test-servers.ts';
import type { Row } from '../evaluate/task.ts';
import { openFilledIndex } from './search/filled-index.ts';
import { inService } from './search/in-service.ts';
import { applyLoad, type Load, type Shot, takeTurns } from './search/load.ts';
import { drawQueries } from './search/queries.ts';
import { type Kind, kinds, shotsFor } from './search/shots.ts';
import { runOnSizes } from './search/sizes.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const defaultSizes = [75_000, 200_000];
const QUERIES = 400;
const SECONDS = 10;
const ROUNDS = 2;

/** The API compared with the same request, and with the leanest one, sent straight to Elasticsearch. */
export const searchBenchmark: Benchmark = {
  name: 'search',
  summary: 'the API against bare Elasticsearch; DATELINE_BENCHMARK_SIZES="75000,200000" chooses the sets',
  run: runOnSizes(defaultSizes, measure),
};

async function* measure(size: number, servers: TestServers, options: BenchmarkOptions): AsyncGenerator<Row> {
  const index = await openFilledIndex(servers, size, options);
  try {
    const { many, one } = await inService(index, async (api, key) => {
      const queries = drawQueries(index.sample, QUERIES);
      const target = { api, key, prefix: index.prefix, elasticsearch: servers.elasticsearch };
      return compareAll(shotsFor(queries, target), options);
    });
    const row = (metric: string, value: number): Row => ({
      task: 'search',
      set: `${size / 1000}k`,
      metric,
      value,
    });
    yield row('rate', many.api.rate);
    yield row('reference-rate', many.bare.rate);
    yield row('rate-ratio', many.api.rate / many.bare.rate);
    yield row('p50-difference-ms', one.api.p50 - one.bare.p50);
    yield row('p99-ratio', many.api.p99 / many.bare.p99);
    yield row('plain-ratio', many.api.rate / many.plain.rate);
  } finally {
    await index.close();
  }
}

type Shots = Readonly<Record<Kind, readonly Shot[]>>;
type Loads = Record<Kind, Load>;

const compareAll = async (
  shots: Shots,
  options: BenchmarkOptions,
): Promise<{ readonly many: Loads; readonly one: Loads }> => {
  // Warms caches and compilers.
  for (const kind of kinds)
    await applyLoad(shots[kind], { connections: 8, seconds: SECONDS }, options.signal);
  return { many: await compare(shots, 32, options), one: await compareOne(shots, options) };
};

const compareOne = async (shots: Shots, { log, signal }: BenchmarkOptions): Promise<Loads> => {
  const seconds = SECONDS * ROUNDS * kinds.length;
  const loadOf = await takeTurns(shots, kinds, { seconds }, signal);
  for (const kind of kinds) log(tell(1, kind, loadOf(kind)));
  return { api: loadOf('api'), bare: loadOf('bare'), plain: loadOf('plain') };
};

const tell = (connections: number, kind: Kind, { rate, p50, p99 }: Load): string =>
  `${connections} connections, ${kind}: ${rate.toFixed(1)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;

/** One after the other, twice, so that other load affects all. */
const compare = async (
  shots: Shots,
  connections: number,
  { log, signal }: BenchmarkOptions,
): Promise<Loads> => {
  const rounds: Record<Kind, Load[]> = { api: [], bare: [], plain: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of kinds) {
      const load = await applyLoad(shots[kind], { connections, seconds: SECONDS }, signal);
      log(tell(connections, kind, load));
      rounds[kind].push(load);
    }
  return { api: meanOf(rounds.api), bare: meanOf(rounds.bare), plain: meanOf(rounds.plain) };
};

const meanOf = (loads: readonly Load[]): Load => {
  const mean = (part: keyof Load): number => loads.reduce((sum, load) => sum + load[part], 0) / loads.length;
  return { rate: mean('rate'), p50: mean('p50'), p99: mean('p99') };
};
