import type { ArticleDocument } from '../../domain/document.ts';
import type { TestServers } from '../../scripts/test-servers.ts';
import type { Row } from '../evaluate/task.ts';
import { openFilledIndex } from './search/filled-index.ts';
import { inService } from './search/in-service.ts';
import { applyLoad, type Load, type Shot, takeTurns } from './search/load.ts';
import { drawQueries } from './search/queries.ts';
import { runOnSizes } from './search/sizes.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const defaultSizes = [200_000];
const QUERIES = 200;
const SECONDS = 90;
const WARM_SECONDS = 10;
const YEARS = 5;

const kinds = ['search', 'timeline', 'like'] as const;
type Kind = (typeof kinds)[number];

/** The same queries as a search and as a timeline, and articles like the drawn ones, in turns. */
export const deskBenchmark: Benchmark = {
  name: 'desk',
  summary:
    'five years by day, and similar articles, against a plain search; DATELINE_BENCHMARK_SIZES="200000"',
  run: runOnSizes(defaultSizes, measure),
};

async function* measure(size: number, servers: TestServers, options: BenchmarkOptions): AsyncGenerator<Row> {
  const index = await openFilledIndex(servers, size, options);
  try {
    const loadOf = await inService(index, (api, key) => compare(shotsFor(index.sample, api, key), options));
    const row = (metric: string, value: number): Row => ({
      task: 'desk',
      set: `${size / 1000}k`,
      metric,
      value,
    });
    for (const kind of kinds) yield row(`${kind}-p50-ms`, loadOf(kind).p50);
    for (const kind of ['timeline', 'like'] as const) {
      yield row(`${kind}-ratio`, loadOf(kind).p50 / loadOf('search').p50);
      yield row(`${kind}-mean-ratio`, loadOf('search').rate / loadOf(kind).rate);
    }
  } finally {
    await index.close();
  }
}

const compare = async (
  shots: Readonly<Record<Kind, readonly Shot[]>>,
  { signal, log }: BenchmarkOptions,
): Promise<(kind: Kind) => Load> => {
  // Warms caches and compilers.
  for (const kind of kinds) await applyLoad(shots[kind], { connections: 4, seconds: WARM_SECONDS }, signal);
  const loadOf = await takeTurns(shots, kinds, { seconds: SECONDS }, signal);
  for (const kind of kinds) {
    const { rate, p50, p99 } = loadOf(kind);
    log(`${kind}: ${rate.toFixed(1)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
  }
  return loadOf;
};

const shotsFor = (
  sample: readonly ArticleDocument[],
  api: string,
  key: string,
): Record<Kind, readonly Shot[]> => {
  const shotOf = (path: string): Shot => ({
    url: new URL(path, api),
    method: 'GET',
    headers: { 'api-key': key },
    body: null,
  });
  // Words alone: other filters would make a timeline cheaper than its search, whose facets count without them.
  const queries = drawQueries(sample, QUERIES * 2).flatMap((query) => {
    const q = new URLSearchParams(query).get('q');
    return q === null ? [] : [new URLSearchParams({ q })];
  });
  const last = sample.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))]));
  const to = Math.max(...last);
  return {
    search: queries.map((query) => shotOf(`/v1/articles?${query}`)),
    timeline: queries.map((query) =>
      shotOf(`/v1/timeline?${query}&from-date=${to - YEARS + 1}&to-date=${to}&interval=day`),
    ),
    like: sample
      .slice(0, QUERIES)
      .map(({ id }) => shotOf(`/v1/articles?${new URLSearchParams({ like: id })}`)),
  };
};
