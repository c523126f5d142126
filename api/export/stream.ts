import { createSHA256 } from 'hash-wasm';
import type { ArticleDocument } from '../../domain/document.ts';
import { csvHead, csvRow } from '../render/csv.ts';
import { toArticle } from '../search/article.ts';
import type { Clause } from '../search/filters.ts';
import { summarize } from '../search/hit.ts';
import { closeView, searchView } from '../search/point-in-time.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';
import type { ExportRecord, ExportStore, Mark } from './record.ts';

export interface ExportJob {
  readonly record: ExportRecord;
  readonly query: Clause;
  readonly reader: Reader;
  readonly store: ExportStore;
  /** Where to go on; null from the beginning. */
  readonly from: Mark | null;
}

const PAGE = 500;
export const KEEP_ALIVE = '5m';

/**
 * The text of an export, page by page: at most one page is held. One SHA-256 covers everything before the end record,
 * marks included, from the first byte, however often the export was resumed.
 *
 * NDJSON ends with an `end` record, or an `error` record where a page failed; CSV throws instead.
 */
export async function* streamExport(job: ExportJob, services: ApiServices): AsyncGenerator<string> {
  const { record, store, from } = job;
  const ndjson = record.format === 'ndjson';
  const hash = await createSHA256();
  hash.init();
  if (from) hash.load(Buffer.from(from.hash, 'base64'));
  let { bytes, count, page, after } = from ?? { bytes: 0, count: 0, page: 0, after: null };
  const take = (text: string): string => {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    return text;
  };
  try {
    if (from && ndjson) yield take(markLine(from));
    if (!from && !ndjson) yield take(csvHead());
    for (;;) {
      const hits = await readPage(job, after, services);
      const last = hits.at(-1);
      if (!last) break;
      yield take(hits.map(({ document }) => lineOf(document, job, services)).join(''));
      count += hits.length;
      page += 1;
      after = last.sort;
      const mark: Mark = { page, after, count, bytes, ...stateOf(hash) };
      await store.putMark(record.token, mark);
      if (hits.length < PAGE) break;
      if (ndjson) yield take(markLine(mark));
    }
  } catch (error) {
    services.log.error({ err: error, token: record.token }, 'an export broke off');
    if (!ndjson) throw error;
    yield `${JSON.stringify({ error: { detail: error instanceof Error ? error.message : 'broken off', complete: false } })}\n`;
    return;
  }
  const sha256 = hash.digest('hex');
  await store.put({ ...record, complete: true, count, bytes, sha256, pages: page });
  await closeView(services.elasticsearch, record.view);
  if (ndjson) yield `${JSON.stringify({ end: { count, sha256, complete: true } })}\n`;
}

/** Digesting ends a hash, so its state is put back. */
const stateOf = (hash: Awaited<ReturnType<typeof createSHA256>>): Pick<Mark, 'hash' | 'sha256'> => {
  const state = hash.save();
  const sha256 = hash.digest('hex');
  hash.load(state);
  return { hash: Buffer.from(state).toString('base64'), sha256 };
};

const markLine = ({ page, bytes, count, sha256 }: Mark): string =>
  `${JSON.stringify({ page: { cursor: String(page), bytes, count, sha256 } })}\n`;

const lineOf = (document: ArticleDocument, { record, reader }: ExportJob, services: ApiServices): string =>
  record.format === 'csv'
    ? csvRow(summarize(document, reader, services.authorities))
    : `${JSON.stringify(toArticle(document, reader, services))}\n`;

const readPage = async (
  { record, query }: ExportJob,
  after: readonly unknown[] | null,
  services: ApiServices,
) => {
  const answer = await searchView(
    services.elasticsearch,
    { id: record.view, keepAlive: KEEP_ALIVE },
    {
      size: PAGE,
      query,
      track_total_hits: false,
      sort: [{ _shard_doc: 'asc' }],
      ...(after ? { search_after: after } : {}),
    },
  );
  return answer.hits.hits.flatMap(({ _source, sort }) =>
    _source && sort ? [{ document: _source, sort }] : [],
  );
};
