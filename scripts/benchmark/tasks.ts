import { indexing } from './indexing.ts';
import { searchBenchmark } from './search.ts';
import type { Benchmark } from './task.ts';

/** Every benchmark, once. To add one: add a file, add a line. */
export const benchmarks: readonly Benchmark[] = [searchBenchmark, indexing];
