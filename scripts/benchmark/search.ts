import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseParameters, readQuery } from '../../api/params/read.ts';
import { searchSchema } from '../../api/params/search.ts';
import type { Authorities } from '../../api/search/authorities.ts';
import { planOf } from '../../api/search/search.ts';
import { understand } from '../../api/search/understand.ts';
import { loadAgencies } from '../../authorities/agencies/index.ts';
import { loadPeople } from '../../authorities/people/index.ts';
import { loadPlaces } from '../../authorities/places/index.ts';
import { loadPublishers } from '../../authorities/publishers/index.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { languages } from '../../languages/index.ts';
import { indexNames } from '../../mappings/names.ts';
import { requiredIndices } from '../../mappings/required.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch, type Elasticsearch } from '../../platform/elasticsearch.ts';
import { ensureIndices } from '../../platform/indices.ts';
import type { Row } from '../evaluate/task.ts';
import { launchTestServers } from '../test-servers.ts';
import { readCorpus } from './corpus.ts';
import { applyLoad, type Load, type Shot } from './search-load.ts';
import { drawQueries } from './search-queries.ts';
import type { Benchmark } from './task.ts';

const root = join(import.meta.dirname, '../..');
const defaultSizes = [75_000, 200_000];
const QUERIES = 400;
const SECONDS = 20;

/** The API against the very same request, and the leanest one, sent straight to Elasticsearch. */
export const searchBenchmark: Benchmark = {
  name: 'search',
  summary: 'the API against bare Elasticsearch; DATELINE_BENCHMARK_SIZES="75000,200000" chooses the sets',
  run: async function* ({ log }): AsyncGenerator<Row> {
    const sizes = process.env.DATELINE_BENCHMARK_SIZES?.split(',').map(Number) ?? defaultSizes;
    const servers = await launchTestServers(join(root, '.dateline', `benchmark-${process.pid}`));
    try {
      for (const size of sizes) yield* measure(size, servers, log);
    } finally {
      await servers.stop();
    }
  },
};

interface Servers {
  readonly elasticsearch: string;
  readonly redis: string;
}

async function* measure(size: number, servers: Servers, log: (line: string) => void): AsyncGenerator<Row> {
  const prefix = `benchmark-${randomBytes(4).toString('hex')}`;
  const key = randomBytes(24).toString('hex');
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const environment = {
    ELASTICSEARCH_URL: servers.elasticsearch,
    REDIS_URL: servers.redis,
    DATELINE_PREFIX: prefix,
    DATELINE_KEY: key,
    DATELINE_PORT: String(port),
    DATELINE_LOG_LEVEL: 'error',
  };
  const elasticsearch = createElasticsearch(readConfig(environment));
  const sample = await fill(elasticsearch, prefix, size, log);
  const api = fork(join(root, 'api/main.ts'), { env: { ...process.env, ...environment } });
  try {
    await once(api, 'message');
    const queries = drawQueries(sample, QUERIES);
    const shots = shotsFor(queries, { port, key, prefix, elasticsearch: servers.elasticsearch });
    for (const list of Object.values(shots)) await applyLoad(list, { connections: 8, seconds: SECONDS / 2 });
    const many = await compare(shots, 32, log);
    const one = await compare(shots, 1, log);
    const set = `${size / 1000}k`;
    const row = (metric: string, value: number): Row => ({ task: 'search', set, metric, value });
    yield row('rate-ratio', many.api.rate / many.bare.rate);
    yield row('p50-difference-ms', one.api.p50 - one.bare.p50);
    yield row('p99-ratio', many.api.p99 / many.bare.p99);
    yield row('plain-ratio', many.api.rate / many.plain.rate);
    yield row('rate', many.api.rate);
  } finally {
    api.kill('SIGTERM');
    await once(api, 'exit');
    for (const { index } of await elasticsearch.cat.indices({ index: `${prefix}-*`, format: 'json' }))
      if (index) await elasticsearch.indices.delete({ index });
    await elasticsearch.close();
  }
}

type Kind = 'api' | 'bare' | 'plain';

/** Each in turn, twice, so that a busy moment of the machine meets all. */
const compare = async (
  shots: Readonly<Record<Kind, readonly Shot[]>>,
  connections: number,
  log: (line: string) => void,
): Promise<Record<Kind, Load>> => {
  const rounds: Record<Kind, Load[]> = { api: [], bare: [], plain: [] };
  for (let round = 0; round < 2; round += 1)
    for (const kind of ['bare', 'api', 'plain'] as const) {
      const load = await applyLoad(shots[kind], { connections, seconds: SECONDS / 2 });
      log(`${connections} connections, ${kind}: ${load.rate.toFixed(1)}/s, p50 ${load.p50.toFixed(1)} ms`);
      rounds[kind].push(load);
    }
  const mean = (loads: readonly Load[], part: keyof Load): number =>
    loads.reduce((sum, load) => sum + load[part], 0) / loads.length;
  const joined = (kind: Kind): Load => ({
    rate: mean(rounds[kind], 'rate'),
    p50: mean(rounds[kind], 'p50'),
    p99: mean(rounds[kind], 'p99'),
  });
  return { api: joined('api'), bare: joined('bare'), plain: joined('plain') };
};

const loadAuthorities = (): Authorities => {
  const agencies = loadAgencies();
  return { agencies, people: loadPeople(), places: loadPlaces(), publishers: loadPublishers(agencies) };
};

const shotsFor = (
  queries: readonly string[],
  { port, key, prefix, elasticsearch }: { port: number; key: string; prefix: string; elasticsearch: string },
): Record<Kind, readonly Shot[]> => {
  const authorities = loadAuthorities();
  const bodies = queries.map((query) => {
    const params = parseParameters(searchSchema, readQuery(new URLSearchParams(query)));
    return planOf(
      understand(params, authorities),
      { language: 'en', path: '/v1/articles' },
      { prefix, authorities },
    );
  });
  const straight = (lean: boolean): Shot[] =>
    bodies.map(({ calls }) => ({
      url: new URL('/_msearch', elasticsearch),
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: calls
        .flatMap(({ index, global, optional, body }) => [
          {
            index,
            search_type: global ? 'dfs_query_then_fetch' : 'query_then_fetch',
            ignore_unavailable: optional,
          },
          lean ? { ...body, highlight: undefined } : body,
        ])
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    }));
  return {
    api: queries.map((query) => ({
      url: new URL(`/v1/articles?${query}`, `http://127.0.0.1:${port}`),
      method: 'GET',
      headers: { 'api-key': key },
      body: null,
    })),
    bare: straight(false),
    plain: straight(true),
  };
};

const BATCH = 500;

const fill = async (
  elasticsearch: Elasticsearch,
  prefix: string,
  size: number,
  log: (line: string) => void,
): Promise<readonly ArticleDocument[]> => {
  const names = indexNames(prefix);
  await ensureIndices(
    elasticsearch,
    requiredIndices(names, languages, new Date()).map(({ name, body, aliases }) => ({
      index: name,
      body,
      aliases,
    })),
  );
  const sample: ArticleDocument[] = [];
  let batch: ArticleDocument[] = [];
  const flush = async (): Promise<void> => {
    const { errors } = await elasticsearch.bulk({
      operations: batch.flatMap((document) => [
        { index: { _index: names.articlesOf(document.language), _id: document.id } },
        document,
      ]),
    });
    if (errors) throw new Error('documents of the benchmark were refused');
    batch = [];
  };
  let number = 0;
  for await (const document of readCorpus(size, log)) {
    if (number % Math.ceil(size / 500) === 0) sample.push(document);
    batch.push(document);
    if (batch.length === BATCH) await flush();
    if (++number % 25_000 === 0) log(`${number} articles indexed`);
  }
  if (batch.length > 0) await flush();
  await elasticsearch.indices.refresh({ index: names.articles });
  return sample;
};
