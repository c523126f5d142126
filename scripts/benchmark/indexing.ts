import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEnrichers } from '../../worker/enrich/index.ts';
import { indexArticle } from '../../worker/index-article.ts';
import { launchTestServers, type TestServers } from '../test-servers.ts';
import { writeBare } from './indexing/bare.ts';
import { makeDocuments } from './indexing/documents.ts';
import { inInstallation } from './indexing/installation.ts';
import { startProcess, stopChild, writeThrough } from './indexing/through.ts';
import type { Benchmark } from './task.ts';

const articles = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 12_000);
interface Way {
  readonly batch: number;
  readonly inFlight: number;
}

/** How a bare script may write; the fastest counts. */
const ways: readonly [Way, ...Way[]] = [
  { batch: 200, inFlight: 2 },
  { batch: 500, inFlight: 2 },
  { batch: 500, inFlight: 4 },
  { batch: 1000, inFlight: 2 },
  { batch: 200, inFlight: 8 },
  { batch: 1000, inFlight: 1 },
  { batch: 1000, inFlight: 4 },
];

/** From accepted to searchable, against a bare script that writes the same raw record and document. */
export const indexing: Benchmark = {
  name: 'indexing',
  summary: 'articles a second through raw, queue and worker, beside a bare script',
  run: async function* ({ log }) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    const servers = await launchTestServers(folder);
    try {
      const documents = await makeDocuments(articles);
      const bare = await measureBare(servers, documents, log);
      const ours = await inInstallation(servers, async (site) => {
        const worker = await startProcess('worker', site.env);
        try {
          return await writeThrough(site, documents);
        } finally {
          await stopChild(worker);
        }
      });
      log(`through the service: ${ours.toFixed(0)} articles/s`);
      // Once more behind ours: a server that has run for longer must not make ours look better.
      const again = await measureWay(servers, documents, bare.way, log);
      const reference = Math.max(bare.rate, again);
      const cpu = measureChain(documents);
      const row = { task: 'indexing', set: 'ready-made' };
      yield { ...row, metric: 'rate', value: ours };
      yield { ...row, metric: 'reference-rate', value: reference };
      yield { ...row, metric: 'rate-ratio', value: ours / reference };
      yield { ...row, metric: 'cpu-seconds-per-1000-articles', value: cpu };
    } finally {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Documents = Awaited<ReturnType<typeof makeDocuments>>;

const measureBare = async (servers: TestServers, documents: Documents, log: (line: string) => void) => {
  let best = { rate: 0, way: ways[0] };
  for (const way of ways) {
    const rate = await measureWay(servers, documents.slice(0, Math.ceil(documents.length / 2)), way, log);
    if (rate > best.rate) best = { rate, way };
  }
  return best;
};

const measureWay = async (
  servers: TestServers,
  documents: Documents,
  way: Way,
  log: (line: string) => void,
): Promise<number> => {
  const rate = await inInstallation(servers, async ({ client, names }) => {
    const began = performance.now();
    await writeBare(client, names, documents, way);
    await client.indices.refresh({ index: names.allArticleIndices });
    return (documents.length * 1000) / (performance.now() - began);
  });
  log(`bare, ${way.batch} a request, ${way.inFlight} in flight: ${rate.toFixed(0)} articles/s`);
  return rate;
};

/** CPU seconds that decoding, cleaning and enrichment take for 1,000 of the same articles, in one thread. */
const measureChain = (documents: Documents): number => {
  const enrichers = createEnrichers();
  const sample = documents.slice(0, 600);
  const run = (): void => {
    for (const { id, revision, title, body, checksum, received } of sample) {
      const input = { contentType: 'application/json', charset: null, content: '', given: { title, body } };
      indexArticle({ id, revision, input }, { checksum, received }, enrichers);
    }
  };
  run();
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6 / sample.length) * 1000;
};
