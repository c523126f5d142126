import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexNames } from '../../mappings/names.ts';
import { countPending } from '../../platform/articles/pending.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch, type Elasticsearch } from '../../platform/elasticsearch.ts';
import { freePort } from '../../stack/ports.ts';
import { prepareStore } from '../../worker/definitions.ts';
import { launchTestServers } from '../test-servers.ts';
import { readTexts } from './indexing/documents.ts';
import { startProcess, stopChild } from './indexing/through.ts';
import type { Benchmark } from './task.ts';

const articles = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 50_000);
const articlesARequest = 500;
/** More do not wait at once: what is measured is a stream, not a heap. */
const maxWaiting = 5000;
const megabyte = 1024 * 1024;

interface Site {
  readonly client: Elasticsearch;
  readonly env: NodeJS.ProcessEnv;
  readonly prefix: string;
}

/** Resident memory of API and worker while real articles go through both, the whole chain long. */
export const memory: Benchmark = {
  name: 'memory',
  summary: 'resident memory of API and worker after 50,000 articles',
  run: async function* ({ log }) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    const servers = await launchTestServers(folder);
    const prefix = `bench-${randomBytes(4).toString('hex')}`;
    const env = {
      ELASTICSEARCH_URL: servers.elasticsearch,
      REDIS_URL: servers.redis,
      DATELINE_PREFIX: prefix,
      DATELINE_LOG_LEVEL: 'warn',
      DATELINE_PORT: String(await freePort()),
      DATELINE_KEY: randomBytes(24).toString('hex'),
    };
    const client = createElasticsearch(readConfig(env));
    try {
      yield* measure({ client, env, prefix }, log);
    } finally {
      const doomed = Object.keys(await client.indices.get({ index: `${prefix}-*` }));
      if (doomed.length > 0) await client.indices.delete({ index: doomed });
      await client.close();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function* measure({ client, env, prefix }: Site, log: (line: string) => void) {
  const config = readConfig(env);
  await prepareStore(client, config);
  const texts = await readTexts();
  const worker = await startProcess('worker', env);
  const api = await startProcess('api', env);
  const now = () => ({ api: residentMb(api.pid), worker: residentMb(worker.pid) });
  let half = now();
  log(`${' '.repeat(8)}  API ${half.api.toFixed(0)} MB, worker ${half.worker.toFixed(0)} MB`);
  try {
    for (let sent = 0; sent < articles; sent += articlesARequest) {
      const lines = Array.from({ length: articlesARequest }, (_, n) => lineOf(sent + n, texts));
      await post(env, lines.join('\n'));
      await untilWaiting(client, prefix, maxWaiting);
      if (sent <= articles / 2) half = now();
      if (sent % 2500 === 0)
        log(
          `${String(sent).padStart(8)}  API ${now().api.toFixed(0)} MB, worker ${now().worker.toFixed(0)} MB`,
        );
    }
    await untilWaiting(client, prefix, 0);
    const end = now();
    const row = { task: 'memory', set: 'real-articles' };
    yield { ...row, metric: 'articles', value: articles };
    yield { ...row, metric: 'worker-threads', value: config.worker.threads + 1 };
    yield { ...row, metric: 'api-megabytes', value: end.api };
    yield { ...row, metric: 'worker-megabytes', value: end.worker };
    yield { ...row, metric: 'api-megabytes-at-half', value: half.api };
    yield { ...row, metric: 'worker-megabytes-at-half', value: half.worker };
  } finally {
    await Promise.all([stopChild(api), stopChild(worker)]);
  }
}

const lineOf = (n: number, texts: Awaited<ReturnType<typeof readTexts>>): string => {
  const text = texts[n % texts.length];
  return JSON.stringify({ id: `memory-${n}`, title: text?.title || 'Untitled', body: `${text?.body} ${n}` });
};

/** @throws {Error} where the API does not take every line */
const post = async (env: NodeJS.ProcessEnv, body: string): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${env.DATELINE_PORT}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'api-key': env.DATELINE_KEY ?? '' },
    body,
  });
  const answer = await response.text();
  const refused = answer.split('\n').find((line) => line !== '' && !line.includes('"accepted"'));
  if (!response.ok || refused) throw new Error(`the API answered ${response.status}: ${refused ?? answer}`);
};

const untilWaiting = async (client: Elasticsearch, prefix: string, most: number): Promise<void> => {
  while ((await countPending({ client, names: indexNames(prefix) })) > most)
    await new Promise((resolve) => setTimeout(resolve, 200));
};

/** As the system counts it, shared memory included once a process. */
const residentMb = (pid: number | undefined): number =>
  (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024) / megabyte;
