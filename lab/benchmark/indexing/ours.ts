import type { TestServers } from '../../../scripts/test-servers.ts';
import { freePort } from '../../../stack/ports.ts';
import { readCpuSeconds } from './cpu.ts';
import { makeDocument, type Text } from './documents.ts';
import { inInstallation, type Site } from './installation.ts';
import type { Stream } from './latency.ts';
import type { Measured } from './measured.ts';
import { untilCounted } from './searchable.ts';
import { acceptAll, openThrough, startProcess, stopChild } from './through.ts';

/** A worker has run for longer than a minute in practice: its first articles, for which code is compiled, do not count. */
const warmUpArticles = 2000;

/** An installation whose own worker has just started and warmed up. */
export const withWorker = async <T>(
  servers: TestServers,
  texts: readonly Text[],
  measure: (stream: Stream, workerMetrics: string) => Promise<T>,
): Promise<T> => {
  const port = await freePort();
  const run = async (site: Site): Promise<T> => {
    const worker = await startProcess('worker', site.env);
    const { acceptor, close } = await openThrough(site);
    try {
      await acceptAll(acceptor, named('warm-up', warmUpArticles, texts));
      await untilCounted(site.client, site.names, warmUpArticles);
      return await measure({ site, acceptor, texts }, `http://127.0.0.1:${port}/metrics`);
    } finally {
      await close();
      await stopChild(worker);
    }
  };
  return inInstallation(servers, run, { DATELINE_WORKER_METRICS_PORT: String(port) });
};

/** From accepted to searchable, through raw, queue and worker. */
export const measureThrough = async (
  { site, acceptor, texts }: Stream,
  workerMetrics: string,
  articles: number,
): Promise<Measured> => {
  const documents = named('bench', articles, texts);
  const cpuBefore = await readCpuSeconds(site.client, workerMetrics);
  const began = performance.now();
  await acceptAll(acceptor, documents);
  await untilCounted(site.client, site.names, warmUpArticles + articles);
  const rate = (articles * 1000) / (performance.now() - began);
  return { rate, cpu: (1000 * ((await readCpuSeconds(site.client, workerMetrics)) - cpuBefore)) / articles };
};

const named = (name: string, count: number, texts: readonly Text[]) =>
  Array.from({ length: count }, (_, n) => ({ ...makeDocument(n, texts), id: `${name}-${n}` }));
