import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Clause } from '../search/filters.ts';
import { searchViewRaw } from '../search/point-in-time.ts';
import { type RawPage, splitPage } from './raw-page.ts';

/** A client that reads slower than this loses its view. */
export const KEEP_ALIVE = '5m';

/** What one page should weigh: enough that asking costs little, little enough to be held twice. */
const PAGE_BYTES = 3_000_000;
const sizes = { first: 250, least: 10, most: 2000 } as const;

export interface PageWalk {
  /** Id of the point in time. */
  readonly view: string;
  readonly query: Clause;
  /** Sort values of the last document that is behind; null at the beginning. */
  readonly after: readonly unknown[] | null;
}

/**
 * Every page of a view in `_shard_doc` order, none empty. Pages grow to a weight, not to a number: texts of 5 MB must
 * not fill the memory. A page stays good until the second one after it is asked for: memory is used again.
 *
 * @throws {NotFound} with `gone`, where the view has lapsed
 * @throws {SearchUnavailable} where a shard failed
 */
export async function* readPages(
  { view, query, after: begin }: PageWalk,
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

/** A page, and what it may weigh more than was reckoned. */
const openMemory = (): Buffer => Buffer.allocUnsafeSlow(PAGE_BYTES * 1.5);

/** Grows no faster than twofold: the next articles may be longer. */
const sizeFor = (bytes: number, before: number): number =>
  Math.max(sizes.least, Math.min(sizes.most, before * 2, Math.floor(PAGE_BYTES / bytes)));
