import { errors } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { type BulkOperation, type ItemOutcome, sendBulk } from '../../platform/bulk.ts';
import { backoffMs, pause } from '../../platform/pause.ts';
import type { Pair, Part } from '../../platform/reindex-state.ts';
import { ownSearches } from '../../platform/search-groups.ts';
import { createNewFields, sendWithoutNewFields } from '../../worker/index/without-new-fields.ts';
import { CannotReindex } from './outcomes.ts';
import { checkStopped, type ReindexServices } from './services.ts';
import type { Copy, Hit } from './transform.ts';

/** Limits a page, which is in memory here and in Elasticsearch. */
const wantedBytes = 3_000_000;
const maxResponseBytes = 200_000_000;
const maxTries = 60;
/** How many sequence numbers one page searches. */
const widestReach = 1_000_000;

interface Page {
  readonly hits: readonly Hit[];
  readonly end: number;
}

/** At most this many documents, from the next range of sequence numbers. */
interface PageSize {
  readonly most: number;
  readonly reach: number;
}

/**
 * Copies the documents of a part of a shard in the order of their sequence numbers. A document that was written again
 * has a higher number and belongs to a later part. Calls `reached` after each page, so that a resumed copy continues
 * there.
 */
export const copyPart = async (
  pair: Pair,
  part: Part,
  services: ReindexServices,
  reached: (at: number, documents: number) => void,
): Promise<void> => {
  let size = 200;
  // Otherwise each page would search everything that is left. Overwritten documents leave gaps, but rarely wide ones.
  let reach = size;
  for (let at = part.at; at < part.end; ) {
    checkStopped(services);
    const rest = { ...part, at };
    const { page, most } = await services.courtesy.turn(async (allowed) => {
      const most = Math.min(size, allowed);
      return { most, page: await copyPage(pair, rest, { most, reach: Math.max(most, reach) }, services) };
    });
    if (page === 'too-large') {
      size = Math.max(1, Math.floor(most / 4));
      continue;
    }
    reach = page.documents < most ? Math.min(4 * Math.max(most, reach), widestReach) : 2 * (page.end - at);
    at = page.end;
    reached(at, page.documents);
    await services.throttle.take(page.documents);
    if (page.documents > 0)
      size = Math.min(1000, Math.max(10, Math.round((wantedBytes / page.bytes) * page.documents)));
  }
};

const copyPage = async (pair: Pair, part: Part, wanted: PageSize, services: ReindexServices) => {
  const page = await patiently(services, () => readPage(pair.source, part, wanted, services));
  if (page === 'too-large') return page;
  const copies = await services.transform(page.hits, pair.language);
  await writeCopies(pair.target, copies, 'external', services);
  const bytes = copies.reduce((sum, { json }) => sum + json.length, 0);
  return { end: page.end, documents: page.hits.length, bytes };
};

const readPage = async (
  index: string,
  { shard, at, end }: Part,
  { most: size, reach }: PageSize,
  { client }: ReindexServices,
): Promise<Page | 'too-large'> => {
  const upTo = Math.min(end, at + reach);
  try {
    const { hits } = await client.search<ArticleDocument>(
      {
        index,
        preference: `_shards:${shard}`,
        size,
        stats: [ownSearches.reindex],
        version: true,
        track_total_hits: false,
        query: { range: { _seq_no: { gt: at, lte: upTo } } },
        sort: [{ _seq_no: { order: 'asc' } }],
      },
      { maxResponseSize: maxResponseBytes },
    );
    const last = hits.hits.at(-1)?.sort?.[0];
    return {
      hits: hits.hits.flatMap(({ _id, _version = 0, _source }) =>
        _source && _id !== undefined ? [{ id: _id, version: _version, source: _source }] : [],
      ),
      end: hits.hits.length < size || last === undefined ? upTo : Number(last),
    };
  } catch (error) {
    if (error instanceof errors.RequestAbortedError && size > 1) return 'too-large';
    throw error;
  }
};

/** @param kind `external` never overwrites an equal version; `external_gte` does, which is safe only while a fence is set */
export const writeCopies = async (
  target: string,
  copies: readonly Copy[],
  kind: 'external' | 'external_gte',
  services: ReindexServices,
): Promise<void> => {
  let open: readonly BulkOperation[] = copies.map(({ id, version, json }) => ({
    action: JSON.stringify({ index: { _index: target, _id: id, version, version_type: kind } }),
    document: json,
  }));
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 0) await pause(backoffMs(attempt, 200, 5000));
    if (attempt > maxTries) throw new CannotReindex(`${target} accepts no writes; continue with --resume`);
    checkStopped(services);
    const outcomes = await sendWithoutNewFields((some) => sendBulk(services.client, some), open, newFields);
    open = open.filter((_, n) => isOpen(outcomes[n]));
  }
};

/** A rollback fills an index of an earlier release, which has no place for newer fields. */
const newFields = createNewFields(() => {});

/** Rejected documents are missing in the new index, so the comparison lists them. */
const isOpen = (outcome: ItemOutcome | undefined): boolean =>
  !outcome || outcome.kind === 'retry' || outcome.kind === 'fault';

/** Elasticsearch may be unavailable for a while. */
export const patiently = async <T>(services: ReindexServices, task: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof errors.ElasticsearchClientError) || attempt >= maxTries) throw error;
      await pause(backoffMs(attempt + 1, 200, 5000));
      checkStopped(services);
    }
  }
};
