import type { Clause } from '../search/filters.ts';
import { closeView } from '../search/point-in-time.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';
import type { HashThreads } from './hash-threads.ts';
import type { RunningHash, SavedHash } from './hasher.ts';
import { type LineFormat, leavingOut, lineFormats, writeLines } from './lines.ts';
import { readAhead } from './read-ahead.ts';
import { readPages } from './read-pages.ts';
import type { Checkpoint, ExportRecord, ExportStore } from './record.ts';
import { openHash } from './running-hash.ts';

export interface ExportJob {
  readonly record: ExportRecord;
  readonly query: Clause;
  readonly reader: Reader;
  readonly store: ExportStore;
  readonly threads: HashThreads;
  /** Where to resume; null for a new export. */
  readonly from: Checkpoint | null;
}

/**
 * The bytes of an export, in parts. A page is read while the previous one is written; at most two are in memory. One
 * SHA-256 covers every byte before the `end` record, checkpoints included, however often the export was resumed.
 *
 * NDJSON ends with an `end` record, or with an `error` record if a page failed; CSV throws instead. A failure before
 * the first byte is thrown in both formats.
 *
 * @throws {NotFound} with `gone`, if the point in time has expired
 * @throws {SearchUnavailable} if the first page failed
 */
export async function* streamExport(job: ExportJob, services: ApiServices): AsyncGenerator<Buffer> {
  const { hasCheckpoints } = lineFormats[job.record.format];
  let begun = false;
  try {
    const end = yield* streamPages(job, services, () => {
      begun = true;
    });
    if (hasCheckpoints) yield lineOf({ end });
  } catch (error) {
    if (!begun) throw error;
    services.log.error({ err: error, token: job.record.token }, 'an export was interrupted');
    if (!hasCheckpoints) throw error;
    yield lineOf({
      error: { detail: error instanceof Error ? error.message : 'broken off', complete: false },
    });
  }
}

interface End {
  readonly count: number;
  readonly sha256: string;
  readonly complete: true;
  /** Number of documents that could not be shown; absent if there were none. */
  readonly omitted?: number;
}

async function* streamPages(
  job: ExportJob,
  services: ApiServices,
  onBegun: () => void,
): AsyncGenerator<Buffer, End> {
  const hash = await openHash(job.from, job.threads);
  const take = (bytes: Uint8Array): void => {
    if (bytes.length > 0) onBegun();
    hash.take(bytes);
  };
  try {
    return yield* writePages(job, { ...hash, take }, services);
  } finally {
    await hash.close();
  }
}

async function* writePages(
  job: ExportJob,
  hash: RunningHash,
  services: ApiServices,
): AsyncGenerator<Buffer, End> {
  const { record, store, from, query, reader } = job;
  const format = lineFormats[record.format];
  let omitted = 0;
  const writeLine = leavingOut(format.open(reader, services), () => {
    omitted += 1;
    services.metrics.unshown.inc();
  });
  const take = (bytes: Buffer): Buffer => {
    hash.take(bytes);
    return bytes;
  };
  let { page, count } = from ?? { page: 0, count: 0 };
  // Written before the next page.
  let before = Promise.resolve(openingOf(job, format));
  const due = openCheckpointInterval();
  const range = { view: record.view, query, after: from?.after ?? null };
  for await (const { sources, after } of readAhead(readPages(range, services.elasticsearch))) {
    const opening = take(await before);
    if (opening.length > 0) yield opening;
    let written = 0;
    const omittedBefore = omitted;
    for (const part of writeLines(sources, writeLine)) {
      written += part.length;
      yield take(part);
    }
    count += sources.length - (omitted - omittedBefore);
    page += 1;
    before =
      format.hasCheckpoints && due(written)
        ? keepCheckpoint(store, record.token, { page, after: [...(after ?? [])], count }, hash.save())
        : Promise.resolve(nothing);
  }
  const last = await before;
  if (page === (from?.page ?? 0)) yield take(last);
  const { bytes, sha256 } = await hash.save();
  await store.put({ ...record, complete: true, count, bytes, sha256, pages: page });
  await closeView(services.elasticsearch, record.view);
  return { count, sha256, complete: true, ...(omitted > 0 ? { omitted } : {}) };
}

const nothing = Buffer.alloc(0);

/** Written before the first page: the header of a table, or the checkpoint that the export resumes from. */
const openingOf = ({ from }: ExportJob, { head, hasCheckpoints }: LineFormat): Buffer => {
  if (!from) return Buffer.from(head);
  return hasCheckpoints ? checkpointLine(from) : nothing;
};

/** A checkpoint follows the first page, then every time this much has been written. */
const CHECKPOINT_BYTES = 5_000_000;

const openCheckpointInterval = (): ((written: number) => boolean) => {
  let since = CHECKPOINT_BYTES;
  return (written) => {
    since += written;
    if (since < CHECKPOINT_BYTES) return false;
    since = 0;
    return true;
  };
};

/**
 * Stores a checkpoint while the next page is read. Its line is sent only after it is stored, so that an export can
 * resume from every checkpoint that a client has read. Awaiting the line reports a failure.
 */
const keepCheckpoint = (
  store: ExportStore,
  token: string,
  place: Pick<Checkpoint, 'page' | 'after' | 'count'>,
  saved: Promise<SavedHash>,
): Promise<Buffer> => {
  const line = saved.then(async (hash) => {
    const checkpoint = { ...place, ...hash };
    await store.putCheckpoint(token, checkpoint);
    return checkpointLine(checkpoint);
  });
  line.catch(() => {});
  return line;
};

const checkpointLine = ({ page, bytes, count, sha256 }: Checkpoint): Buffer =>
  lineOf({ page: { cursor: String(page), bytes, count, sha256 } });

const lineOf = (record: object): Buffer => Buffer.from(`${JSON.stringify(record)}\n`);
