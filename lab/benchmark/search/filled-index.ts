import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ArticleDocument } from '../../../domain/document.ts';
import { languages } from '../../../languages/index.ts';
import { indexNames } from '../../../mappings/names.ts';
import { requiredIndices } from '../../../mappings/required.ts';
import { type Config, readConfig } from '../../../platform/config.ts';
import { createElasticsearch, type Elasticsearch } from '../../../platform/elasticsearch.ts';
import { launchTestServers, type TestServers } from '../../../scripts/test-servers.ts';
import { prepareLanguages, prepareStore } from '../../../worker/definitions.ts';
import { readCorpus } from '../corpus.ts';
import type { BenchmarkOptions } from '../task.ts';

const folder = join(import.meta.dirname, '../../../.dateline/benchmark/servers');
const BATCH = 500;
const SAMPLE = 500;

/** An installation with a corpus, ready for searches. */
export interface FilledIndex {
  readonly client: Elasticsearch;
  readonly prefix: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Some of its documents, to draw queries from. */
  readonly sample: readonly ArticleDocument[];
  readonly close: () => Promise<void>;
}

/** The servers of the benchmarks: their own keep their data, so that a corpus is indexed once. */
export const launchBenchmarkServers = (): Promise<TestServers> => launchTestServers(folder);

/**
 * Opens the indices of a corpus with these mappings, and fills them if they are missing. On our own server they are
 * kept for the next run, and interrupted filling continues; on a borrowed server they are always deleted.
 */
export const openFilledIndex = async (
  servers: TestServers,
  size: number,
  options: BenchmarkOptions,
): Promise<FilledIndex> => {
  const lent = process.env.TEST_ELASTICSEARCH_URL !== undefined;
  const prefix = lent ? `benchmark-${randomBytes(4).toString('hex')}` : `benchmark-${digestOf(size)}`;
  const environment = {
    ELASTICSEARCH_URL: servers.elasticsearch,
    REDIS_URL: servers.redis,
    DATELINE_PREFIX: prefix,
    DATELINE_LOG_LEVEL: 'error',
  };
  const config = readConfig(environment);
  const client = createElasticsearch(config);
  const close = async (): Promise<void> => {
    if (lent) await eraseIndices(client, prefix);
    await client.close();
  };
  try {
    // Indices with other mappings would only use disk space.
    if (!lent) await eraseIndices(client, `benchmark-${size}`, prefix);
    await fill(client, config, size, options);
    return { client, prefix, environment, sample: await sampleOf(size, options), close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Other mappings, or another size, need another index. */
const digestOf = (size: number): string => {
  const bodies = requiredIndices(indexNames('digest'), languages, new Date(0)).map(({ body }) => body);
  return `${size}-${createHash('sha256').update(JSON.stringify(bodies)).digest('hex').slice(0, 8)}`;
};

/** Documents that can be found: batches go in one after another, so these are the first of the corpus. */
const countFilled = async (client: Elasticsearch, index: string): Promise<number> => {
  const { count = 0 } = await client.count({ index }, { ignore: [404] });
  return count;
};

/** @param but  prefix of the indices to keep */
export const eraseIndices = async (client: Elasticsearch, prefix: string, but?: string): Promise<void> => {
  const found = Object.keys(await client.indices.get({ index: `${prefix}-*`, expand_wildcards: 'all' }));
  const gone = found.filter((name) => but === undefined || !name.startsWith(`${but}-`));
  if (gone.length > 0) await client.indices.delete({ index: gone });
};

const fill = async (
  client: Elasticsearch,
  config: Config,
  size: number,
  { log, signal }: BenchmarkOptions,
): Promise<void> => {
  const names = indexNames(config.prefix);
  const filled = await countFilled(client, names.articles);
  if (filled === size) return;
  await prepareStore(client, config);
  const prepared = new Set<string>();
  for await (const { batch, number } of batchesOf(readCorpus(size, log))) {
    if (number <= filled) continue;
    signal.throwIfAborted();
    const missing = batch.map(({ language }) => language).filter((language) => !prepared.has(language));
    if (missing.length > 0) await prepareLanguages(client, config, missing);
    for (const language of missing) prepared.add(language);
    const { errors } = await client.bulk({
      operations: batch.flatMap((document) => [
        { index: { _index: names.articlesOf(document.language), _id: document.id } },
        document,
      ]),
    });
    if (errors) throw new Error('documents of the benchmark were refused');
    if (number % 25_000 < BATCH) log(`${number} articles indexed`);
  }
  await client.indices.refresh({ index: names.articles });
};

async function* batchesOf(
  documents: AsyncIterable<ArticleDocument>,
): AsyncGenerator<{ batch: readonly ArticleDocument[]; number: number }> {
  let batch: ArticleDocument[] = [];
  let number = 0;
  for await (const document of documents) {
    batch.push(document);
    number += 1;
    if (batch.length < BATCH) continue;
    yield { batch, number };
    batch = [];
  }
  if (batch.length > 0) yield { batch, number };
}

const sampleOf = async (size: number, { log }: BenchmarkOptions): Promise<readonly ArticleDocument[]> => {
  const sample: ArticleDocument[] = [];
  let number = 0;
  for await (const document of readCorpus(size, log))
    if (number++ % Math.ceil(size / SAMPLE) === 0) sample.push(document);
  return sample;
};
