import { acrossBenchmark } from './across.ts';
import { analyzersBenchmark } from './analyzers.ts';
import { authority } from './authority.ts';
import { box } from './box.ts';
import { cleaning } from './cleaning.ts';
import { deskBenchmark } from './desk.ts';
import { enrichment } from './enrichment.ts';
import { exportBenchmark } from './export.ts';
import { indexing } from './indexing.ts';
import { memory } from './memory.ts';
import { million } from './million.ts';
import { page } from './page.ts';
import { reindexBenchmark } from './reindex.ts';
import { searchBenchmark } from './search.ts';
import { sizes } from './sizes.ts';
import type { Benchmark } from './task.ts';

/** Every benchmark, once. To add one: add a file, add a line. */
export const benchmarks: readonly Benchmark[] = [
  acrossBenchmark,
  analyzersBenchmark,
  authority,
  cleaning,
  deskBenchmark,
  searchBenchmark,
  exportBenchmark,
  enrichment,
  indexing,
  memory,
  reindexBenchmark,
  million,
  sizes,
  box,
  page,
];
