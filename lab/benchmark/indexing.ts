import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChain } from '../../chain/index.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { launchTestServers, type TestServers } from '../../scripts/test-servers.ts';
import type { Row } from '../evaluate/task.ts';
import { storedDocument } from './indexing/bare.ts';
import { makeDocument, readTexts, type Text } from './indexing/documents.ts';
import { measureAtRate, measureBesideBulk } from './indexing/latency.ts';
import type { Measured } from './indexing/measured.ts';
import { measureThrough, withWorker } from './indexing/ours.ts';
import { findFastestWay, measureWay } from './indexing/reference.ts';
import { quantile } from './quantile.ts';
import type { Benchmark } from './task.ts';

const articles = Number(process.env.DATELINE_BENCHMARK_ARTICLES ?? 12_000);
/** Number of rounds of our service and the bare script; the fastest run of each counts. */
const turns = 2;

type Log = (line: string) => void;

/** From accepted to searchable, against a bare script that writes the same raw record and document. */
export const indexing: Benchmark = {
  name: 'indexing',
  summary:
    'articles a second through raw, queue and worker, beside a bare script; time from sent to searchable',
  run: async function* ({ log }) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    const servers = await launchTestServers(folder);
    try {
      const texts = await readTexts();
      const documents = Array.from({ length: articles }, (_, n) => makeDocument(n, texts));
      const { ours, reference } = await takeTurns(servers, texts, documents, log);
      const row = { task: 'indexing', set: 'ready-made' };
      yield { ...row, metric: 'rate', value: ours.rate };
      yield { ...row, metric: 'reference-rate', value: reference.rate };
      yield { ...row, metric: 'rate-ratio', value: ours.rate / reference.rate };
      yield { ...row, metric: 'cpu-ratio', value: reference.cpu / ours.cpu };
      yield { ...row, metric: 'cpu-seconds-per-1000-articles', value: measureChain(documents) };
      yield* measureLatencies(servers, texts, ours.rate / 2, log);
    } finally {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A server gets faster while it runs, so the bare script also runs after each run of ours. */
const takeTurns = async (
  servers: TestServers,
  texts: readonly Text[],
  documents: readonly ArticleDocument[],
  log: Log,
) => {
  const stored = documents.map(storedDocument);
  const first = await findFastestWay(servers, stored, log);
  const bare: Measured[] = [first];
  const ours: Measured[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const measured = await withWorker(servers, texts, (stream, metrics) =>
      measureThrough(stream, metrics, articles),
    );
    log(
      `through the service: ${measured.rate.toFixed(0)} articles/s, ${measured.cpu.toFixed(2)} CPU s a 1,000`,
    );
    ours.push(measured);
    bare.push(await measureWay(servers, stored, first.way, log));
  }
  return { ours: best(ours), reference: best(bare) };
};

/** The highest rate and the least work, not necessarily of one run. */
const best = (runs: readonly Measured[]): Measured => ({
  rate: Math.max(...runs.map(({ rate }) => rate)),
  cpu: Math.min(...runs.map(({ cpu }) => cpu)),
});

async function* measureLatencies(
  servers: TestServers,
  texts: readonly Text[],
  halfLoad: number,
  log: Log,
): AsyncGenerator<Row> {
  const tell = (what: string, times: readonly number[]): void =>
    log(
      `${what}: p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms, the slowest ${Math.max(...times).toFixed(0)} ms (${times.length})`,
    );
  const { half, beside } = await withWorker(servers, texts, async (stream) => ({
    half: await measureAtRate(stream, halfLoad),
    beside: await measureBesideBulk(stream),
  }));
  tell(`sent to searchable at ${halfLoad.toFixed(0)} articles/s`, half);
  tell('live articles beside an import, sent to accepted', beside.accepted);
  tell('the same, sent to searchable', beside.searchable);
  const metric = 'accept-to-searchable-p95-ms';
  yield { task: 'indexing', set: 'half-load', metric, value: quantile(half, 0.95) };
  yield { task: 'indexing', set: 'live-beside-bulk', metric, value: quantile(beside.searchable, 0.95) };
}

/** CPU seconds that one thread needs to decode, clean and enrich 1,000 of the same articles. */
const measureChain = (documents: readonly ArticleDocument[]): number => {
  const chain = createChain();
  const sample = documents.slice(0, 600);
  const run = (): void => {
    for (const { id, revision, title, body, checksum, received } of sample) {
      const input = { contentType: 'application/json', charset: null, content: '', given: { title, body } };
      chain.makeDocument({ raw: { id, revision, input }, acceptance: { checksum, received } });
    }
  };
  run();
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6 / sample.length) * 1000;
};
