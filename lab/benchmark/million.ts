import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { countPending } from '../../platform/articles/pending.ts';
import { keepHeapLean } from '../../platform/lean-heap.ts';
import { launchTestServers } from '../../scripts/test-servers.ts';
import { freePort } from '../../stack/ports.ts';
import { makeDocument, readTexts, type Text } from './indexing/documents.ts';
import { inInstallation, type Site } from './indexing/installation.ts';
import { patiently } from './indexing/patiently.ts';
import { residentMb } from './indexing/resident.ts';
import { untilCounted } from './indexing/searchable.ts';
import { openThrough, startProcess, stopChild, submissionOf } from './indexing/through.ts';
import type { Benchmark } from './task.ts';

const articles = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 1_000_000);
const articlesARequest = 500;
const requestsAtOnce = 2;
/** The import is held back while more wait for the worker. */
const maxWaiting = 20_000;
/** Number of articles after which a line of the curve is printed. */
const looks = 20;

/** Megabytes. */
interface Sample {
  /** Makes and imports documents, with the function that the API calls. Its memory includes the texts. */
  readonly importer: number;
  readonly api: number;
  readonly worker: number;
  readonly redis: number;
}

/** An import of ready-made documents, made from real articles as they are sent, at constant memory. */
export const million: Benchmark = {
  name: 'million',
  summary:
    '1,000,000 ready-made documents made and imported, with the memory of API, worker, Redis and importer',
  run: async function* ({ log }) {
    keepHeapLean();
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    const servers = await launchTestServers(folder);
    const settings = { DATELINE_PORT: String(await freePort()) };
    try {
      const { rate, curve } = await inInstallation(servers, (site) => importAll(site, log), settings);
      const row = { task: 'million', set: 'ready-made' };
      yield { ...row, metric: 'articles', value: articles };
      yield { ...row, metric: 'rate', value: rate };
      for (const name of ['importer', 'api', 'worker', 'redis'] as const) {
        const values = curve.map((sample) => sample[name]);
        yield { ...row, metric: `${name}-megabytes-at-half`, value: values[values.length >> 1] ?? 0 };
        yield { ...row, metric: `${name}-megabytes`, value: values.at(-1) ?? 0 };
        yield { ...row, metric: `${name}-megabytes-at-most`, value: Math.max(...values) };
      }
    } finally {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const importAll = async (site: Site, log: (line: string) => void) => {
  const texts = await readTexts();
  const worker = await startProcess('worker', site.env);
  const api = await startProcess('api', site.env);
  const through = await openThrough(site);
  const curve: Sample[] = [];
  const look = async (sent: number): Promise<void> => {
    const sample = {
      importer: residentMb(process.pid),
      api: residentMb(api.pid),
      worker: residentMb(worker.pid),
      redis: await through.redisMb(),
    };
    curve.push(sample);
    const parts = Object.entries(sample).map(([name, mb]) => `${name} ${mb.toFixed(0)} MB`);
    log(`${String(sent).padStart(8)}  ${parts.join(', ')}`);
  };
  try {
    await look(0);
    const began = performance.now();
    await sendAll(site, texts, through.acceptor, look);
    await patiently(() => untilCounted(site.client, site.names, articles));
    const rate = (articles * 1000) / (performance.now() - began);
    await look(articles);
    return { rate, curve };
  } finally {
    await through.close();
    await Promise.all([stopChild(worker), stopChild(api)]);
  }
};

type Acceptor = Awaited<ReturnType<typeof openThrough>>['acceptor'];

/** Documents are made when they are sent and dropped when they are accepted. */
const sendAll = async (
  site: Site,
  texts: readonly Text[],
  acceptor: Acceptor,
  look: (sent: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  let looked = 0;
  const send = async (): Promise<void> => {
    for (let from = next; from < articles; from = next) {
      const count = Math.min(articlesARequest, articles - from);
      next += count;
      const batch = Array.from({ length: count }, (_, n) => submissionOf(makeDocument(from + n, texts)));
      await patiently(() => acceptor.accept(batch, 'bulk'));
      if (from - looked >= articles / looks) {
        looked = from;
        await look(from);
      }
      while ((await patiently(() => countPending(site))) > maxWaiting) await pause(200);
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, send));
};
