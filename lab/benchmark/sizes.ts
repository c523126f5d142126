import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Submission } from '../../domain/submission.ts';
import { contentInput } from '../../platform/articles/content.ts';
import { countPending } from '../../platform/articles/pending.ts';
import { listSets, readRecords } from '../evaluate/sets.ts';
import { inInstallation, type Site } from './indexing/installation.ts';
import { openThrough, startProcess, stopChild } from './indexing/through.ts';
import { launchBenchmarkServers } from './search/filled-index.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const most = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 2000);
const data = join(import.meta.dirname, '../../../shared/data');
const batch = 200;

const article = z.object({ title: z.string(), body: z.string(), date: z.string().optional() });
const page = z.object({ html: z.string() });

/** The cost of stored articles for sizing: bytes on disk by kind of index, and the worker's time. */
export const sizes: Benchmark = {
  name: 'sizes',
  summary:
    'bytes on disk and CPU seconds of the worker an article, by set; DATELINE_BENCHMARK_ARTICLES of each',
  run: async function* (options) {
    const servers = await launchBenchmarkServers();
    try {
      for (const { folder, read } of kinds) {
        for (const { name, path } of listSets(data, folder)) {
          options.signal.throwIfAborted();
          const submissions = await read(path);
          const sums = await inInstallation(servers, (site) => measure(site, submissions, options), {
            DATELINE_WORKER_THREADS: '1',
          });
          for (const [metric, value] of Object.entries(sums))
            yield { task: 'sizes', set: name, metric, value };
        }
      }
    } finally {
      await servers.stop();
    }
  },
};

const readArticles = async (path: string): Promise<readonly Submission[]> => {
  const submissions: Submission[] = [];
  for await (const given of readRecords(path, (value) => article.parse(value))) {
    if (submissions.length >= most) break;
    const { title, body, date } = given;
    const fields = { title, body, ...(date === undefined ? {} : { date }) };
    const input = { contentType: 'application/json', charset: null, content: '', given: fields };
    const bytes = Buffer.byteLength(title + body);
    submissions.push({ id: String(submissions.length), input, bytes });
  }
  return submissions;
};

const readWebPages = async (path: string): Promise<readonly Submission[]> => {
  const submissions: Submission[] = [];
  for await (const { html } of readRecords(path, (value) => page.parse(value))) {
    if (submissions.length >= most / 4) break;
    const content = Buffer.from(html);
    const input = contentInput(content, 'text/html', null, {});
    submissions.push({ id: String(submissions.length), input, bytes: content.length });
  }
  return submissions;
};

const kinds = [
  { folder: 'articles', read: readArticles },
  { folder: 'pages', read: readWebPages },
] as const;

const measure = async (site: Site, submissions: readonly Submission[], { log, signal }: BenchmarkOptions) => {
  const { client, names } = site;
  const through = await openThrough(site);
  const worker = await startProcess('worker', site.env);
  try {
    const idle = cpuSeconds(worker.pid);
    for (let from = 0; from < submissions.length; from += batch)
      await through.acceptor.accept(submissions.slice(from, from + batch), 'bulk');
    while ((await countPending(site)) > 0) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const index = [names.allArticleIndices, names.raw];
    await client.indices.refresh({ index });
    await client.indices.forcemerge({ index, max_num_segments: 1 }, { requestTimeout: 300_000 });
    const { count: indexed } = await client.count({ index: names.articles });
    const cpu = cpuSeconds(worker.pid) - idle;
    log(`${indexed} of ${submissions.length} indexed`);
    const input = submissions.reduce((sum, { bytes }) => sum + bytes, 0);
    return {
      articles: indexed,
      'input-bytes-an-article': input / submissions.length,
      'search-bytes-an-article': (await storedBytes(site, names.articles)) / indexed,
      'raw-bytes-an-article': (await storedBytes(site, names.raw)) / submissions.length,
      'worker-cpu-seconds-a-thousand': (1000 * cpu) / submissions.length,
    };
  } finally {
    await stopChild(worker);
    await through.close();
  }
};

/** Counts only indices with documents: even an empty one has a few hundred bytes. */
const storedBytes = async ({ client }: Site, index: string): Promise<number> => {
  const { indices = {} } = await client.indices.stats({ index, metric: ['store', 'docs'] });
  return Object.values(indices)
    .filter(({ primaries }) => (primaries?.docs?.count ?? 0) > 0)
    .reduce((sum, { primaries }) => sum + (primaries?.store?.size_in_bytes ?? 0), 0);
};

/** Used by a process and its threads since it began, as Linux counts it: user and system, in hundredths. */
const cpuSeconds = (pid: number | undefined): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
