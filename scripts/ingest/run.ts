import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../../domain/errors.ts';
import type { Accepted, Submission } from '../../domain/submission.ts';
import { type Acceptor, createAcceptor } from '../../platform/articles/accept.ts';
import { redoArticles } from '../../platform/articles/redo.ts';
import type { Config } from '../../platform/config.ts';
import { backoffMs, pause } from '../../platform/pause.ts';
import { prepareStore } from '../../worker/definitions.ts';
import { auditCommand } from '../audit.ts';
import { type CommandStore, openStore } from '../open-store.ts';
import type { FailureFile } from './failure-file.ts';
import type { FileRecord } from './file-record.ts';
import { noteRejections, type Place } from './locate.ts';
import type { Progress } from './progress.ts';
import { createRoom, type Room, untilWaiting, type WaitOptions } from './room.ts';
import type { Source } from './source.ts';
import { createTally, type Failed, noteFailed, notePassed, refusal, type Tally } from './tally.ts';

export interface IngestOptions extends WaitOptions {
  readonly config: Config;
  readonly sources: readonly Source[];
  readonly progress: Progress;
  /** Unchanged articles are processed again. */
  readonly isRetry?: boolean;
  readonly failures?: FailureFile;
}

const batchItems = 500;
const batchBytes = 4_000_000;

/** Imports files with the same function as the API, and waits until they are indexed. */
export const ingestSources = async (options: IngestOptions): Promise<Tally> => {
  const { config, sources, onProgress, stopped } = options;
  const commandStore = openStore(config);
  const store: Store = {
    ...commandStore,
    trace: `ingest-${randomUUID()}`,
    acceptor: createAcceptor(commandStore),
  };
  const tally = createTally();
  const tell = (failed: Failed): void => {
    noteFailed(tally, failed);
    options.failures?.write(failed);
  };
  try {
    await prepareStore(store.client, config);
    const room = createRoom(store, tally, options);
    const fetched = new Map<string, Place>();
    for (const source of sources) {
      if (stopped.aborted) break;
      await ingestSource(source, { store, room, tally, tell, fetched }, options);
    }
    await untilWaiting(store, 0, tally, options, new Date().toISOString());
    await noteRejections(store, sources, fetched, (failed) => {
      tally.rejected += 1;
      tell(failed);
    });
    onProgress(tally, null);
    return tally;
  } finally {
    options.failures?.close();
    await store.close();
  }
};

interface Store extends CommandStore {
  /** Distinguishes failures of this import from those of others at the same time. */
  readonly trace: string;
  readonly acceptor: Acceptor;
}

interface Import {
  readonly store: Store;
  readonly room: Room;
  readonly tally: Tally;
  readonly tell: (failed: Failed) => void;
  /** Places of articles from addresses, which are not fetched again to find them. */
  readonly fetched: Map<string, Place>;
}

interface Placed {
  readonly place: number;
  readonly submission: Submission;
}

const ingestSource = async (file: Source, run: Import, options: IngestOptions): Promise<void> => {
  const { store, room, tally, tell } = run;
  const { progress, stopped, onProgress, maxWaiting } = options;
  const done = progress.placeIn(file);
  const most = Math.min(batchItems, maxWaiting);
  let batch: Placed[] = [];
  let bytes = 0;
  const flush = async (place: number): Promise<void> => {
    await room.take(batch.length);
    if (stopped.aborted) return;
    await acceptBatch(file, batch, run, options.isRetry ?? false);
    batch = [];
    bytes = 0;
    progress.reached(file, place);
    onProgress(tally, file);
  };
  for await (const { place, read, bytes: size } of readSafely(file)) {
    if (place <= done) continue;
    tally.read += 1;
    if (read.kind === 'submission') {
      batch.push({ place, submission: read.submission });
      if (file.isRemote) run.fetched.set(read.submission.id, { file: file.path, place });
    } else if (read.kind === 'passed') notePassed(tally, read.what);
    else tell(refusal(file, place, read.id, read.detail));
    bytes += size;
    if (batch.length >= most || bytes >= batchBytes) await flush(place);
    if (stopped.aborted) return;
  }
  if (batch.length > 0) await flush(Number.MAX_SAFE_INTEGER);
  if (!stopped.aborted) progress.finished(file);

  async function acceptBatch(
    source: Source,
    placed: readonly Placed[],
    { tell: say }: Import,
    isRetry: boolean,
  ) {
    const answers = await acceptPatiently(
      store,
      placed.map(({ submission }) => submission),
      stopped,
    );
    placed.forEach((one, n) => {
      const answer = answers[n];
      // What is processed again is indexed or fails again: no other count may contain it, too.
      if (answer && isRetry && answer.outcome === 'unchanged') tally.accepted += 1;
      else if (answer) count(source, one, answer, tally, say);
    });
    const accepted = answers.filter(({ outcome }) => outcome === 'accepted').map(({ id }) => id);
    await auditCommand(store, 'write', accepted, { file: source.path });
    const again = isRetry ? answers.filter(({ outcome }) => outcome === 'unchanged') : [];
    if (again.length > 0) await redoArticles(store, again, 'bulk', store.trace);
  }
};

const count = (
  source: Source,
  { place, submission: { id, withdrawn } }: Placed,
  { outcome }: Accepted,
  tally: Tally,
  tell: (failed: Failed) => void,
): void => {
  if (outcome === 'missing' && withdrawn !== undefined)
    tell(
      refusal(
        source,
        place,
        id,
        `withdrawn: ${withdrawn}: there is no stored version of this story to delete`,
      ),
    );
  else if (outcome === 'accepted' && withdrawn !== undefined) tally.withdrawn += 1;
  else if (outcome === 'accepted') tally.accepted += 1;
  else if (outcome === 'stale') tally.stale += 1;
  else if (outcome === 'purged') tally.purged += 1;
  else tally.unchanged += 1;
};

/** The rest of a truncated file (an incomplete gzip) is lost; the import continues. */
async function* readSafely(file: Source): AsyncGenerator<FileRecord> {
  let place = 0;
  try {
    for await (const record of file.read()) {
      place = record.place;
      yield record;
    }
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    const detail = `unreadable: cannot be read further: ${error instanceof Error ? error.message : error}`;
    yield { place: place + 1, bytes: 0, read: { kind: 'invalid', id: null, detail } };
  }
}

/** The store may be unavailable for a while, but not for ten minutes. */
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
      await pause(backoffMs(attempt + 1, 500, 10_000));
    }
  }
};
