import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArticleDocument } from '../../domain/document.ts';
import { profileFor } from '../../languages/index.ts';
import { buildArticleIndex, textFields } from '../../mappings/articles.ts';
import type { IndexBody } from '../../mappings/index-body.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch, type Elasticsearch } from '../../platform/elasticsearch.ts';
import { toDocument } from '../evaluate/retrieval/article-search.ts';
import { listSets, readRecords } from '../evaluate/sets.ts';
import type { Row } from '../evaluate/task.ts';
import { launchBenchmarkServers } from './search/filled-index.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const sources = join(import.meta.dirname, '../../../shared/data');
const MOST = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 4000);
const BATCH = 200;
const ROUNDS = 2;

const article = z.object({ title: z.string(), body: z.string(), language: z.string() });

/** Compares the cost of a language's analyzers with one standard analyzer, on the same fields of the same articles. */
export const analyzersBenchmark: Benchmark = {
  name: 'analyzers',
  summary: 'index size and indexing rate with full analyzers against one standard analyzer',
  run: async function* (options): AsyncGenerator<Row> {
    const servers = await launchBenchmarkServers();
    const client = createElasticsearch(readConfig({ ELASTICSEARCH_URL: servers.elasticsearch }));
    try {
      for (const { name, path } of listSets(sources, 'articles'))
        yield* measure(client, name, await readDocuments(path), options);
    } finally {
      await client.close();
      await servers.stop();
    }
  },
};

async function* measure(
  client: Elasticsearch,
  set: string,
  documents: readonly ArticleDocument[],
  { log, signal }: BenchmarkOptions,
): AsyncGenerator<Row> {
  const [first] = documents;
  if (!first) return;
  const full = buildArticleIndex(profileFor(first.language));
  const bytes = documents.reduce((sum, { title, body }) => sum + Buffer.byteLength(title + body), 0);
  const reached = { full: nothing, plain: nothing };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [kind, index] of [['plain', plainly(full)] as const, ['full', full] as const]) {
      signal.throwIfAborted();
      const { rate, size } = await fill(client, index, documents);
      log(
        `${set}, ${kind}: ${rate.toFixed(0)} articles/s, ${(size / bytes).toFixed(2)} bytes a byte of text`,
      );
      reached[kind] = { rate: Math.max(rate, reached[kind].rate), size };
    }
  const row = (metric: string, value: number): Row => ({ task: 'analyzers', set, metric, value });
  yield row('bytes-per-byte', reached.full.size / bytes);
  yield row('reference-bytes-per-byte', reached.plain.size / bytes);
  yield row('size-ratio', reached.full.size / reached.plain.size);
  yield row('rate', reached.full.rate);
  yield row('reference-rate', reached.plain.rate);
  yield row('rate-ratio', reached.full.rate / reached.plain.rate);
}

const nothing = { rate: 0, size: 0 };

/** The same fields, each with the standard analyzer alone. */
const plainly = ({ settings, mappings }: IndexBody): IndexBody => {
  const { analysis: _, ...rest } = settings;
  const text = Object.fromEntries(textFields.map((name) => [name, { type: 'text' }]));
  return { settings: rest, mappings: { ...mappings, properties: { ...mappings.properties, ...text } } };
};

/** Bytes are counted after merging into one segment. */
const fill = async (
  client: Elasticsearch,
  body: IndexBody,
  documents: readonly ArticleDocument[],
): Promise<{ readonly rate: number; readonly size: number }> => {
  const index = `benchmark-analyzers-${randomBytes(4).toString('hex')}`;
  await client.indices.create({ index, ...body });
  try {
    const started = performance.now();
    for (let at = 0; at < documents.length; at += BATCH) {
      const operations = documents
        .slice(at, at + BATCH)
        .flatMap((document) => [{ index: { _index: index, _id: document.id } }, document]);
      const { errors } = await client.bulk({ operations });
      if (errors) throw new Error('documents of the benchmark were refused');
    }
    await client.indices.refresh({ index });
    const rate = documents.length / ((performance.now() - started) / 1000);
    await client.indices.forcemerge({ index, max_num_segments: 1 });
    const { indices } = await client.indices.stats({ index, metric: 'store' });
    return { rate, size: indices?.[index]?.primaries?.store?.size_in_bytes ?? 0 };
  } finally {
    await client.indices.delete({ index });
  }
};

const readDocuments = async (path: string): Promise<readonly ArticleDocument[]> => {
  const documents: ArticleDocument[] = [];
  for await (const { title, body, language } of readRecords(path, (value) => article.parse(value))) {
    if (documents.length >= MOST) break;
    const code = language.split('-')[0] ?? language;
    documents.push(toDocument({ id: String(documents.length), language: code, title, body }));
  }
  return documents;
};
