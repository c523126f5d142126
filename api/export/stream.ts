import type { Clause } from '../search/filters.ts';
import { closeView } from '../search/point-in-time.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';
import type { HashThreads } from './hash-threads.ts';
import type { RunningHash, SavedHash } from './hasher.ts';
import { type LineFormat, leavingOut, lineFormats, writeLines } from './lines.ts';
import { readAhead } from './read-ahead.ts';
import { readPages } from './read-pages.ts';
import type { ExportRecord, ExportStore, Mark } from './record.ts';
import { openHash } from './running-hash.ts';

export interface ExportJob {
  readonly record: ExportRecord;
  readonly query: Clause;
  readonly reader: Reader;
  readonly store: ExportStore;
  readonly threads: HashThreads;
  /** Where to go on; null from the beginning. */
  readonly from: Mark | null;
}

/**
 * The bytes of an export, in parts. A page is read while the one before it is written; two at most are held. One
 * SHA-256 covers everything before the end record, marks included, from the first byte, however often the export was
 * resumed.
 *
 * NDJSON ends with an `end` record, or an `error` record where a page failed; CSV throws instead. What fails before
 * the first byte is thrown in both.
 *
 * @throws {NotFound} with `gone`, where the view has lapsed
 * @throws {SearchUnavailable} where the first page failed
 */
export async function* streamExport(job: ExportJob, services: ApiServices): AsyncGenerator<Buffer> {
  const { marked } = lineFormats[job.record.format];
  let begun = false;
  try {
    const end = yield* streamPages(job, services, () => {
      begun = true;
    });
    if (marked) yield lineOf({ end });
  } catch (error) {
    if (!begun) throw error;
    services.log.error({ err: error, token: job.record.token }, 'an export broke off');
    if (!marked) throw error;
    yield lineOf({
      error: { detail: error instanceof Error ? error.message : 'broken off', complete: false },
    });
  }
}

interface End {
  readonly count: number;
  readonly sha256: string;
  readonly complete: true;
  /** Documents that could not be shown; absent where there were none. */
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
  // What stands before the next page.
  let before = Promise.resolve(openingOf(job, format));
  const due = openMarkInterval();
  const walk = { view: record.view, query, after: from?.after ?? null };
  for await (const { sources, after } of readAhead(readPages(walk, services.elasticsearch))) {
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
      format.marked && due(written)
        ? keepMark(store, record.token, { page, after: [...(after ?? [])], count }, hash.save())
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

/** What stands before the first page: the head of a table, or the mark that is gone on from. */
const openingOf = ({ from }: ExportJob, { head, marked }: LineFormat): Buffer => {
  if (!from) return Buffer.from(head);
  return marked ? markLine(from) : nothing;
};

/** A mark stands behind the first page, then wherever this much was written since the last. */
const MARK_BYTES = 5_000_000;

const openMarkInterval = (): ((written: number) => boolean) => {
  let since = MARK_BYTES;
  return (written) => {
    since += written;
    if (since < MARK_BYTES) return false;
    since = 0;
    return true;
  };
};

/**
 * Stores a mark while the next page is read. Its line is had only when it is stored, so that every mark that was read
 * can be gone on from; who waits for it learns of a failure.
 */
const keepMark = (
  store: ExportStore,
  token: string,
  place: Pick<Mark, 'page' | 'after' | 'count'>,
  saved: Promise<SavedHash>,
): Promise<Buffer> => {
  const line = saved.then(async (hash) => {
    const mark = { ...place, ...hash };
    await store.putMark(token, mark);
    return markLine(mark);
  });
  line.catch(() => {});
  return line;
};

const markLine = ({ page, bytes, count, sha256 }: Mark): Buffer =>
  lineOf({ page: { cursor: String(page), bytes, count, sha256 } });

const lineOf = (record: object): Buffer => Buffer.from(`${JSON.stringify(record)}\n`);
