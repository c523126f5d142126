import type { Row } from '../evaluate/task.ts';

export interface BenchmarkOptions {
  readonly log: (line: string) => void;
  /** Aborted when the user stops the benchmark: everything created on a server must be deleted before it ends. */
  readonly signal: AbortSignal;
}

/** One benchmark of `npm run benchmark`: a file that exports one such object, listed once in `tasks.ts`. */
export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  readonly run: (options: BenchmarkOptions) => AsyncIterable<Row>;
}
