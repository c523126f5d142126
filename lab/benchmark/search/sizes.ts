import type { TestServers } from '../../../scripts/test-servers.ts';
import type { Row } from '../../evaluate/task.ts';
import type { Benchmark, BenchmarkOptions } from '../task.ts';
import { launchBenchmarkServers } from './filled-index.ts';

/**
 * Measures corpora of several sizes, one after another, on servers of their own.
 *
 * @param defaults  articles of each corpus, unless DATELINE_BENCHMARK_SIZES has others, separated by commas
 */
export const runOnSizes = (
  defaults: readonly number[],
  measure: (size: number, servers: TestServers, options: BenchmarkOptions) => AsyncGenerator<Row>,
): Benchmark['run'] =>
  async function* (options): AsyncGenerator<Row> {
    const sizes = process.env.DATELINE_BENCHMARK_SIZES?.split(',').map(Number) ?? defaults;
    const servers = await launchBenchmarkServers();
    try {
      for (const size of sizes) yield* measure(size, servers, options);
    } finally {
      await servers.stop();
    }
  };
