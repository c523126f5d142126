import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../../domain/errors.ts';
import type { Submission } from '../../domain/submission.ts';
import { type Acceptor, createAcceptor } from '../../platform/articles/accept.ts';
import { listFailures } from '../../platform/articles/failures.ts';
import type { Config } from '../../platform/config.ts';
import { prepareStore } from '../../worker/definitions.ts';
import { auditCommand } from '../audit.ts';
import { type CommandStore, openStore } from '../open-store.ts';
import type { FileRecord } from './file-record.ts';
import type { Progress } from './progress.ts';
import { createRoom, type Room, untilWaiting, type WaitOptions } from './room.ts';
import type { Source } from './source.ts';
import { count, createTally, refuse, type Tally } from './tally.ts';

export interface IngestOptions extends WaitOptions {
  readonly config: Config;
  readonly sources: readonly Source[];
  readonly progress: Progress;
}

const batchItems = 500;
const batchBytes = 4_000_000;

/** Takes files in by the very function that the API calls, and waits until they are indexed. */
export const ingestSources = async (options: IngestOptions): Promise<Tally> => {
  const { config, sources, onProgress, stopped } = options;
  const commandStore = openStore(config);
  const store: Store = {
    ...commandStore,
    trace: `ingest-${randomUUID()}`,
    acceptor: createAcceptor(commandStore),
  };
  const tally = createTally();
  try {
    await prepareStore(store.client, config);
    const room = createRoom(store, tally, options);
    for (const source of sources) {
      if (stopped.aborted) break;
      await ingestSource(source, { store, room, tally }, options);
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

interface Store extends CommandStore {
  /** By which failures of this import are told from those of others that write at the same time. */
  readonly trace: string;
  readonly acceptor: Acceptor;
}

interface Import {
  readonly store: Store;
  readonly room: Room;
  readonly tally: Tally;
}

const ingestSource = async (
  file: Source,
  { store, room, tally }: Import,
  { progress, stopped, onProgress, maxWaiting }: IngestOptions,
): Promise<void> => {
  const done = progress.placeIn(file);
  const most = Math.min(batchItems, maxWaiting);
  let batch: Submission[] = [];
  let bytes = 0;
  const flush = async (place: number): Promise<void> => {
    await room.take(batch.length);
    if (stopped.aborted) return;
    const answers = await acceptPatiently(store, batch, stopped);
    count(answers, tally);
    const accepted = answers.filter(({ outcome }) => outcome === 'accepted').map(({ id }) => id);
    await auditCommand(store, 'write', accepted, { file: file.path });
    batch = [];
    bytes = 0;
    progress.reached(file, place);
    onProgress(tally, file);
  };
  for await (const record of readSafely(file)) {
    if (record.place <= done) continue;
    tally.read += 1;
    if (record.read.kind === 'submission') batch.push(record.read.submission);
    else refuse(tally, file, record.place, record.read.detail);
    bytes += record.bytes;
    if (batch.length >= most || bytes >= batchBytes) await flush(record.place);
    if (stopped.aborted) return;
  }
  if (batch.length > 0) await flush(Number.MAX_SAFE_INTEGER);
  if (!stopped.aborted) progress.finished(file);
};

/** A file that breaks off (a cut gzip) loses its rest, not the import. */
async function* readSafely(file: Source): AsyncGenerator<FileRecord> {
  let place = 0;
  try {
    for await (const record of file.read()) {
      place = record.place;
      yield record;
    }
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    const detail = `cannot be read further: ${error instanceof Error ? error.message : error}`;
    yield { place: place + 1, bytes: 0, read: { kind: 'invalid', id: null, detail } };
  }
}

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
