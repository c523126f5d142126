import { statSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../../authorities/words/index.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { TestServers } from '../../scripts/test-servers.ts';
import type { Row } from '../evaluate/task.ts';
import { openFilledIndex } from './search/filled-index.ts';
import { inService } from './search/in-service.ts';
import { type Shot, sendUntil, takeTurns } from './search/load.ts';
import { drawQueries } from './search/queries.ts';
import { runOnSizes } from './search/sizes.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const QUERIES = 400;
const SECONDS = 60;
const SHOTS_COUNTED = 400;
const ways = ['plain', 'translated'] as const;
type Way = (typeof ways)[number];

/** The same searches with and without translations into every language, alternately. */
export const acrossBenchmark: Benchmark = {
  name: 'across',
  summary:
    'searches with translations into every language beside the same without; DATELINE_BENCHMARK_SIZES="200000"',
  run: async function* (options) {
    yield* measureTables();
    yield* runOnSizes([200_000], measure)(options);
  },
};

async function* measure(size: number, servers: TestServers, options: BenchmarkOptions): AsyncGenerator<Row> {
  const index = await openFilledIndex(servers, size, options);
  const set = `${size / 1000}k`;
  try {
    const queries = drawQueries(index.sample, QUERIES).flatMap(withWordsAlone);
    yield* await inService(index, async (api, key) => {
      const shots = {
        plain: shotsFor(queries, api, key, 'none'),
        translated: shotsFor(queries, api, key, 'all'),
      };
      // Warms caches, compilers and tables.
      for (const way of ways) await sendAll(shots[way], options.signal);
      return [
        ...(await compareTimes(shots, set, options)),
        ...(await compareProcessor(shots, set, index.client, options)),
      ];
    });
  } finally {
    await index.close();
  }
}

/** Every language is searched, so filters of one are left out. */
const withWordsAlone = (query: string): string[] => {
  const asked = new URLSearchParams(query);
  asked.delete('lang');
  return asked.has('q') ? [asked.toString()] : [];
};

const shotsFor = (queries: readonly string[], api: string, key: string, translate: string): readonly Shot[] =>
  queries.map((query) => ({
    url: new URL(`/v1/articles?${query}&translate=${translate}`, api),
    method: 'GET',
    headers: { 'api-key': key },
    body: null,
  }));

const sendAll = (shots: readonly Shot[], signal: AbortSignal, count = shots.length): Promise<unknown> => {
  let sent = 0;
  return sendUntil(shots, { connections: 1, isOver: () => sent++ >= count }, signal);
};

const compareTimes = async (
  shots: Readonly<Record<Way, readonly Shot[]>>,
  set: string,
  { log, signal }: BenchmarkOptions,
): Promise<Row[]> => {
  const loadOf = await takeTurns(shots, ways, { seconds: SECONDS }, signal);
  const [plain, translated] = [loadOf('plain'), loadOf('translated')];
  for (const way of ways) {
    const { rate, p50, p99 } = loadOf(way);
    log(`${way}: ${rate.toFixed(1)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
  }
  return [
    { task: 'across', set, metric: 'p50-ms', value: translated.p50 },
    { task: 'across', set, metric: 'p99-ms', value: translated.p99 },
    { task: 'across', set, metric: 'p50-ms', value: plain.p50, peer: 'plain' },
    { task: 'across', set, metric: 'p99-ms', value: plain.p99, peer: 'plain' },
    { task: 'across', set, metric: 'p50-ratio', value: translated.p50 / plain.p50 },
    { task: 'across', set, metric: 'p99-ratio', value: translated.p99 / plain.p99 },
  ];
};

/** Processor time of Elasticsearch per search, independent of other work on the machine. */
const compareProcessor = async (
  shots: Readonly<Record<Way, readonly Shot[]>>,
  set: string,
  client: Elasticsearch,
  { signal }: BenchmarkOptions,
): Promise<Row[]> => {
  const spent = { plain: 0, translated: 0 };
  for (const way of [...ways, ...ways]) {
    const before = await processorOf(client);
    await sendAll(shots[way], signal, SHOTS_COUNTED);
    spent[way] += ((await processorOf(client)) - before) / (2 * SHOTS_COUNTED);
  }
  return [
    { task: 'across', set, metric: 'processor-ms', value: spent.translated },
    { task: 'across', set, metric: 'processor-ms', value: spent.plain, peer: 'plain' },
    { task: 'across', set, metric: 'processor-ratio', value: spent.translated / spent.plain },
  ];
};

const processorOf = async (client: Elasticsearch): Promise<number> => {
  const { nodes } = await client.nodes.stats({ metric: 'process' });
  return Object.values(nodes).reduce((sum, { process }) => sum + (process?.cpu?.total_in_millis ?? 0), 0);
};

const tables = join(import.meta.dirname, '../../authorities/words/tables');

function* measureTables(): Generator<Row> {
  const lexicon = loadLexicon();
  const row = (metric: string, value: number): Row => ({ task: 'across', set: 'tables', metric, value });
  const packed = lexicon.languages.map((language) => statSync(join(tables, `${language}.txt.br`)).size);
  yield row('languages', packed.length);
  yield row('packed-mb', packed.reduce((sum, bytes) => sum + bytes, 0) / 1e6);
  const memory = process.memoryUsage().arrayBuffers;
  const times = lexicon.languages.map((language) => {
    const started = performance.now();
    lexicon.table(language);
    return performance.now() - started;
  });
  yield row('unpacked-mb', (process.memoryUsage().arrayBuffers - memory) / 1e6);
  yield row(
    'load-ms',
    times.reduce((sum, time) => sum + time, 0),
  );
  yield row('load-ms-slowest', Math.max(...times));
}
