import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countPending } from '../../platform/articles/pending.ts';
import { launchTestServers } from '../test-servers.ts';
import { makeDocument, readTexts } from './indexing/documents.ts';
import { inInstallation, type Site } from './indexing/installation.ts';
import { residentMb } from './indexing/resident.ts';
import { openThrough, startProcess, stopChild, submissionOf, untilCounted } from './indexing/through.ts';
import type { Benchmark } from './task.ts';

const articles = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 1_000_000);
const articlesARequest = 500;
const requestsAtOnce = 2;
/** The import is held back while more wait for the worker. */
const maxWaiting = 20_000;
const lookEvery = 10_000;

interface Sample {
  readonly importer: number;
  readonly worker: number;
  readonly redis: number;
}

/** An import of ready-made documents, made from real articles as they are sent, at constant memory. */
export const million: Benchmark = {
  name: 'million',
  summary: '1,000,000 ready-made documents imported, with the memory of importer, worker and Redis',
  run: async function* ({ log }) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    const servers = await launchTestServers(folder);
    try {
      const { rate, half, end } = await inInstallation(servers, (site) => importAll(site, log));
      const row = { task: 'million', set: 'ready-made' };
      yield { ...row, metric: 'articles', value: articles };
      yield { ...row, metric: 'rate', value: rate };
      for (const process of ['importer', 'worker', 'redis'] as const) {
        yield { ...row, metric: `${process}-megabytes-at-half`, value: half[process] };
        yield { ...row, metric: `${process}-megabytes`, value: end[process] };
      }
    } finally {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const importAll = async (site: Site, log: (line: string) => void) => {
  const { client, names, env } = site;
  const texts = await readTexts();
  const worker = await startProcess('worker', env);
  const through = await openThrough(site);
  const look = async (): Promise<Sample> => ({
    importer: residentMb(process.pid),
    worker: residentMb(worker.pid),
    redis: await through.redisMb(),
  });
  let half = await look();
  let next = 0;
  const began = performance.now();
  const send = async (): Promise<void> => {
    for (let from = next; from < articles; from = next) {
      next += articlesARequest;
      const count = Math.min(articlesARequest, articles - from);
      const batch = Array.from({ length: count }, (_, n) => submissionOf(makeDocument(from + n, texts)));
      await through.acceptor.accept(batch, 'bulk');
      if (from % lookEvery !== 0) continue;
      const sample = await look();
      if (from <= articles / 2) half = sample;
      log(
        `${String(from).padStart(8)}  ${Object.entries(sample)
          .map(([name, mb]) => `${name} ${mb.toFixed(0)} MB`)
          .join(', ')}`,
      );
      while ((await countPending({ client, names })) > maxWaiting)
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  try {
    await Promise.all(Array.from({ length: requestsAtOnce }, send));
    await untilCounted(client, names, articles);
    return { rate: (articles * 1000) / (performance.now() - began), half, end: await look() };
  } finally {
    await through.close();
    await stopChild(worker);
  }
};
