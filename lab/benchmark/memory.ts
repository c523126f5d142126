import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { countPending } from '../../platform/articles/pending.ts';
import { launchTestServers } from '../../scripts/test-servers.ts';
import { freePort } from '../../stack/ports.ts';
import { readTexts } from './indexing/documents.ts';
import { inInstallation, type Site } from './indexing/installation.ts';
import { patiently } from './indexing/patiently.ts';
import { residentMb } from './indexing/resident.ts';
import { startProcess, stopChild } from './indexing/through.ts';
import type { Benchmark } from './task.ts';

const articles = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 50_000);
const articlesARequest = 500;
/** Most articles that wait at once, so that memory is measured for a stream and not for a backlog. */
const maxWaiting = 5000;

/** Resident memory of API and worker while real articles go through both and the whole chain. */
export const memory: Benchmark = {
  name: 'memory',
  summary: 'resident memory of API and worker after 50,000 articles',
  run: async function* ({ log }) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    const servers = await launchTestServers(folder);
    const settings = {
      DATELINE_PORT: String(await freePort()),
      DATELINE_KEY: randomBytes(24).toString('hex'),
    };
    try {
      const { half, end, threads } = await inInstallation(servers, (site) => sendAll(site, log), settings);
      const row = { task: 'memory', set: 'real-articles' };
      yield { ...row, metric: 'articles', value: articles };
      yield { ...row, metric: 'worker-threads', value: threads };
      for (const process of ['api', 'worker'] as const) {
        yield { ...row, metric: `${process}-megabytes-at-half`, value: half[process] };
        yield { ...row, metric: `${process}-megabytes`, value: end[process] };
      }
    } finally {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const sendAll = async (site: Site, log: (line: string) => void) => {
  const { config, env } = site;
  const texts = await readTexts();
  const worker = await startProcess('worker', env);
  const api = await startProcess('api', env);
  const look = () => ({ api: residentMb(api.pid), worker: residentMb(worker.pid) });
  const tell = (sent: number): void =>
    log(
      `${String(sent).padStart(8)}  API ${look().api.toFixed(0)} MB, worker ${look().worker.toFixed(0)} MB`,
    );
  let half = look();
  try {
    for (let sent = 0; sent < articles; sent += articlesARequest) {
      if (sent % 2500 === 0) tell(sent);
      const lines = Array.from({ length: articlesARequest }, (_, n) => lineOf(sent + n, texts));
      const body = lines.join('\n');
      await patiently(() => post(env, body));
      await untilWaiting(site, maxWaiting);
      if (sent <= articles / 2) half = look();
    }
    await untilWaiting(site, 0);
    tell(articles);
    return { half, end: look(), threads: config.worker.threads + 1 };
  } finally {
    await Promise.all([stopChild(api), stopChild(worker)]);
  }
};

const lineOf = (n: number, texts: Awaited<ReturnType<typeof readTexts>>): string => {
  const text = texts[n % texts.length];
  return JSON.stringify({ id: `memory-${n}`, title: text?.title || 'Untitled', body: `${text?.body} ${n}` });
};

/**
 * Articles that a failed request had already sent are `unchanged` when they are sent again.
 *
 * @throws {Error} if an article is not accepted
 */
const post = async (env: NodeJS.ProcessEnv, body: string): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${env.DATELINE_PORT}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'api-key': env.DATELINE_KEY ?? '' },
    body,
  });
  const answer = await response.text();
  const refused = answer.split('\n').find((line) => line !== '' && !/"(?:accepted|unchanged)"/.test(line));
  if (!response.ok || refused) throw new Error(`the API answered ${response.status}: ${refused ?? answer}`);
};

const untilWaiting = async (site: Site, most: number): Promise<void> => {
  while ((await patiently(() => countPending(site))) > most) await pause(200);
};
