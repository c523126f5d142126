import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../../domain/errors.ts';
import type { Submission } from '../../domain/submission.ts';
import { indexNames } from '../../mappings/names.ts';
import { type Acceptor, createAcceptor } from '../../platform/articles/accept.ts';
import { listFailures } from '../../platform/articles/failures.ts';
import { countPending } from '../../platform/articles/pending.ts';
import type { Config } from '../../platform/config.ts';
import { createElasticsearch } from '../../platform/elasticsearch.ts';
import { createEnqueuer } from '../../platform/enqueue.ts';
import { silentLog } from '../../platform/log.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createQueues } from '../../platform/queues.ts';
import { createFailFastRedis } from '../../platform/redis.ts';
import { prepareStore } from '../../worker/definitions.ts';
import type { FileRecord } from './file-record.ts';
import type { SourceFile } from './files.ts';
import type { Progress } from './progress.ts';
import { readRecords } from './records.ts';

export interface Refusal {
  readonly file: string;
  readonly place: number;
  readonly detail: string;
}

export interface Tally {
  read: number;
  accepted: number;
  unchanged: number;
  stale: number;
  /** Refused at once: never kept. */
  readonly refused: Refusal[];
  refusals: number;
  /** Kept, and rejected by the worker. */
  failed: number;
  readonly failures: { id: string; reason: string; detail?: string | undefined }[];
  waiting: number;
}

export interface IngestOptions {
  readonly config: Config;
  readonly files: readonly SourceFile[];
  readonly progress: Progress;
  /** More articles never wait for the workers. */
  readonly maxWaiting: number;
  readonly onProgress: (tally: Tally, file: SourceFile | null) => void;
  readonly stopped: AbortSignal;
}

const batchItems = 500;
const batchBytes = 4_000_000;
const lookEveryMs = 500;

/** Takes files in by the very function that the API calls, and waits until they are indexed. */
export const ingestFiles = async (options: IngestOptions): Promise<Tally> => {
  const { config, files, onProgress, stopped } = options;
  const store = await openStore(config);
  const tally: Tally = {
    read: 0,
    accepted: 0,
    unchanged: 0,
    stale: 0,
    refused: [],
    refusals: 0,
    failed: 0,
    failures: [],
    waiting: 0,
  };
  try {
    for (const file of files) {
      if (stopped.aborted) break;
      await ingestFile(file, store, tally, options);
    }
    await untilWaiting(store, 0, tally, options);
    const { total, failures } = await listFailures(store, { size: 100, trace: store.trace });
    tally.failed = total;
    tally.failures.push(...failures.map(({ id, reason, detail }) => ({ id, reason, detail })));
    onProgress(tally, null);
    return tally;
  } finally {
    await store.close();
  }
};

const openStore = async (config: Config) => {
  const client = createElasticsearch(config);
  const redis = createFailFastRedis(config);
  redis.on('error', () => {});
  const names = indexNames(config.prefix);
  await prepareStore(client, config);
  const queues = createQueues(redis, config.prefix);
  const metrics = createMetrics({ ofProcess: false });
  const enqueuer = createEnqueuer({ queues, metrics, log: silentLog() });
  return {
    client,
    names,
    /** By which failures of this import are told from those of others that write at the same time. */
    trace: `ingest-${randomUUID()}`,
    acceptor: createAcceptor({ client, names, enqueuer, metrics }),
    close: async () => {
      await Promise.all([queues.live.close(), queues.bulk.close()]);
      redis.disconnect();
      await client.close();
    },
  };
};

type Store = Awaited<ReturnType<typeof openStore>>;

const ingestFile = async (
  file: SourceFile,
  store: Store,
  tally: Tally,
  options: IngestOptions,
): Promise<void> => {
  const { progress, stopped, onProgress, maxWaiting } = options;
  const done = progress.placeIn(file);
  let batch: Submission[] = [];
  let bytes = 0;
  let looked = 0;
  const flush = async (place: number): Promise<void> => {
    count(await acceptPatiently(store, batch, stopped), tally);
    batch = [];
    bytes = 0;
    progress.reached(file, place);
    onProgress(tally, file);
    if (tally.accepted > maxWaiting / 2 && Date.now() - looked > lookEveryMs) {
      looked = Date.now();
      await untilWaiting(store, maxWaiting, tally, options);
    }
  };
  for await (const record of readSafely(file)) {
    if (record.place <= done) continue;
    tally.read += 1;
    if (record.read.kind === 'submission') batch.push(record.read.submission);
    else refuse(tally, file, record.place, record.read.detail);
    bytes += record.bytes;
    if (batch.length >= batchItems || bytes >= batchBytes) await flush(record.place);
    if (stopped.aborted) return;
  }
  if (batch.length > 0) await flush(Number.MAX_SAFE_INTEGER);
  progress.finished(file);
};

/** A file that breaks off (a cut gzip) loses its rest, not the import. */
async function* readSafely(file: SourceFile): AsyncGenerator<FileRecord> {
  let place = 0;
  try {
    for await (const record of readRecords(file)) {
      place = record.place;
      yield record;
    }
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    const detail = `cannot be read further: ${error instanceof Error ? error.message : error}`;
    yield { place: place + 1, bytes: 0, read: { kind: 'invalid', id: null, detail } };
  }
}

const refuse = (tally: Tally, { path }: SourceFile, place: number, detail: string): void => {
  tally.refusals += 1;
  if (tally.refused.length < 100) tally.refused.push({ file: path, place, detail });
};

const count = (answers: Awaited<ReturnType<Acceptor['accept']>>, tally: Tally): void => {
  for (const { outcome } of answers) {
    if (outcome === 'accepted') tally.accepted += 1;
    else if (outcome === 'stale') tally.stale += 1;
    else tally.unchanged += 1;
  }
};

/** The store may be away for a while; ten minutes are too long. */
const acceptPatiently = async (
  { acceptor, trace }: Store,
  batch: readonly Submission[],
  stopped: AbortSignal,
) => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await acceptor.accept(batch, 'bulk', trace);
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt >= 60 || stopped.aborted) throw error;
      await pause(Math.min(500 * 2 ** attempt, 10_000));
    }
  }
};

/** Waits until no more than so many articles are on their way to the index. */
const untilWaiting = async (
  { client, names }: Store,
  most: number,
  tally: Tally,
  { onProgress, stopped }: IngestOptions,
): Promise<void> => {
  while (!stopped.aborted) {
    const waiting = await countPending({ client, names }).catch(() => Number.POSITIVE_INFINITY);
    if (Number.isFinite(waiting)) tally.waiting = waiting;
    onProgress(tally, null);
    if (waiting <= most) return;
    await pause(most === 0 ? 250 : 500);
  }
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
