import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Clause } from '../search/filters.ts';
import { searchViewRaw } from '../search/point-in-time.ts';
import { type RawPage, splitPage } from './raw-page.ts';

/** A client that reads slower than this loses its point in time. */
export const KEPT_SECONDS = 300;
export const KEEP_ALIVE = `${KEPT_SECONDS}s`;

/** Target size of a page: large enough that a request costs little, small enough to be held twice. */
const PAGE_BYTES = 3_000_000;
const sizes = { first: 250, least: 10, most: 2000 } as const;

export interface PageRange {
  /** Id of the point in time. */
  readonly view: string;
  readonly query: Clause;
  /** Sort values of the last document that was read; null at the beginning. */
  readonly after: readonly unknown[] | null;
}

/**
 * Every page of a point in time in `_shard_doc` order, none empty. Pages grow to a size in bytes, not to a number of
 * articles: texts of 5 MB must not fill the memory. A page is valid until the second page after it is requested,
 * because memory is reused.
 *
 * @throws {NotFound} with `gone`, if the point in time has expired
 * @throws {SearchUnavailable} if a shard failed
 */
export async function* readPages(
  { view, query, after: begin }: PageRange,
  elasticsearch: Elasticsearch,
): AsyncGenerator<RawPage> {
  let size: number = sizes.first;
  let [memory, other] = [openMemory(), openMemory()];
  for (let after = begin; ; ) {
    const answer = await searchViewRaw(
      elasticsearch,
      { id: view, keepAlive: KEEP_ALIVE },
      {
        size,
        query,
        track_total_hits: false,
        sort: [{ _shard_doc: 'asc' }],
        ...(after ? { search_after: after } : {}),
      },
      memory,
    );
    const page = splitPage(answer);
    const count = page.sources.length;
    if (count === 0) return;
    yield page;
    if (count < size) return;
    after = page.after;
    [memory, other] = [other, memory];
    size = sizeFor(answer.length / count, size);
  }
}

/** Room for a page that turns out larger than expected. */
const openMemory = (): Buffer => Buffer.allocUnsafeSlow(PAGE_BYTES * 1.5);

/** At most doubles the size: the next articles may be longer. */
const sizeFor = (bytes: number, before: number): number =>
  Math.max(sizes.least, Math.min(sizes.most, before * 2, Math.floor(PAGE_BYTES / bytes)));
