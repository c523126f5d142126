import { indexNames } from '../../mappings/names.ts';
import type { TestServers } from '../../scripts/test-servers.ts';
import type { Row } from '../evaluate/task.ts';
import { readExport } from './export/read-export.ts';
import { walkBare } from './export/walk-bare.ts';
import { type FilledIndex, openFilledIndex } from './search/filled-index.ts';
import { inService } from './search/in-service.ts';
import { runOnSizes } from './search/sizes.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const defaultSizes = [20_000];
const PAGE_SIZES = [250, 500, 1000, 2000];
const ROUNDS = 3;

/** The NDJSON export compared with bare reading of the same fields from a point in time. */
export const exportBenchmark: Benchmark = {
  name: 'export',
  summary: 'the export against a bare walk; DATELINE_BENCHMARK_SIZES="20000" chooses the sets',
  run: runOnSizes(defaultSizes, measure),
};

async function* measure(size: number, servers: TestServers, options: BenchmarkOptions): AsyncGenerator<Row> {
  const index = await openFilledIndex(servers, size, options);
  try {
    const { rate, reference } = await inService(index, (api, key) =>
      compare(index, { api, key, size }, options),
    );
    const row = (metric: string, value: number): Row => ({
      task: 'export',
      set: `${size / 1000}k`,
      metric,
      value,
    });
    yield row('rate', rate);
    yield row('reference-rate', reference);
    yield row('rate-ratio', rate / reference);
  } finally {
    await index.close();
  }
}

interface Run {
  readonly api: string;
  readonly key: string;
  /** Articles that every run has to read. */
  readonly size: number;
}

/** One run to warm up each, then all alternately, so that other load affects all alike; medians of each. */
const compare = async (
  { client, prefix }: FilledIndex,
  { api, key, size }: Run,
  { log, signal }: BenchmarkOptions,
): Promise<{ readonly rate: number; readonly reference: number }> => {
  const runs = new Map<string, () => Promise<number>>([
    ['export', () => readExport(api, key, signal)],
    ...PAGE_SIZES.map((page): [string, () => Promise<number>] => [
      `bare walk by ${page}`,
      () => walkBare(client, indexNames(prefix).articles, page, signal),
    ]),
  ]);
  const rates = new Map<string, number[]>([...runs.keys()].map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, run] of runs) {
      const rate = await rateOf(run, size);
      if (round > 0) rates.get(name)?.push(rate);
    }
  const medians = new Map([...rates].map(([name, each]) => [name, medianOf(each)]));
  for (const [name, rate] of medians) log(`${name}: ${rate.toFixed(0)} articles a second`);
  const { export: rate = 0, ...bare } = Object.fromEntries(medians);
  return { rate, reference: Math.max(...Object.values(bare)) };
};

const rateOf = async (run: () => Promise<number>, size: number): Promise<number> => {
  const started = performance.now();
  const count = await run();
  if (count !== size) throw new Error(`${count} articles were read of ${size}`);
  return (count / (performance.now() - started)) * 1000;
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
