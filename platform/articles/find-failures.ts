import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { StoreNames } from '../names.ts';
import { type FailureRecord, failureRecord } from './failures.ts';
import { unlessAway } from './stored.ts';

const hits = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _source: failureRecord })),
  }),
});

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** A filter for failures: all conditions must match. */
export interface FailureFilter {
  readonly reason?: string | undefined;
  readonly step?: string | undefined;
  /** Of the request or import with this trace. */
  readonly trace?: string | undefined;
  /** An id, or the beginning of ids and `*`. */
  readonly id?: string | undefined;
  /** ISO instants or days, both inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface FailureQuery extends FailureFilter {
  readonly size?: number;
  readonly from?: number;
}

/** Discarded failures are left out of lists and counts; the article itself still counts as failed. */
const queryOf = ({ reason, step, trace, id, since, until }: FailureFilter) => ({
  bool: {
    must_not: [{ term: { discarded: true } }],
    filter: [
      ...Object.entries({ reason, step, trace }).flatMap(([field, value]) =>
        value === undefined ? [] : [{ term: { [field]: value } }],
      ),
      ...(id === undefined
        ? []
        : [id.endsWith('*') ? { prefix: { id: id.slice(0, -1) } } : { term: { id } }]),
      ...(since === undefined ? [] : [{ range: { at: { gte: since } } }]),
      ...(until === undefined ? [] : [{ range: { at: { lte: until } } }]),
    ],
  },
});

/** Failures, newest first. */
export const listFailures = async (
  { client, names }: Store,
  { size = 50, from = 0, ...filter }: FailureQuery = {},
): Promise<{ readonly total: number; readonly failures: readonly FailureRecord[] }> => {
  const response = await unlessAway(
    client.search({
      index: names.failures,
      size,
      from,
      track_total_hits: true,
      query: queryOf(filter),
      sort: [{ at: { order: 'desc', unmapped_type: 'date' } }],
    }),
  );
  const found = hits.parse(response).hits;
  return { total: found.total.value, failures: found.hits.map(({ _source }) => _source) };
};

/** Properties by which failures are counted. */
export const failureGroups = ['reason', 'step', 'trace'] as const;
export type FailureGroup = (typeof failureGroups)[number];

const mostGroups = 1000;
const counted = z.object({
  aggregations: z.object({
    groups: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
  }),
});

/** Counts, the most frequent first; at most 1,000. */
export const countFailures = async (
  { client, names }: Store,
  by: FailureGroup,
  filter: FailureFilter = {},
): Promise<readonly { readonly value: string; readonly count: number }[]> => {
  const answer: unknown = await unlessAway(
    client.search({
      index: names.failures,
      size: 0,
      query: queryOf(filter),
      aggs: { groups: { terms: { field: by, size: mostGroups } } },
    }),
  );
  return counted
    .parse(answer)
    .aggregations.groups.buckets.map(({ key: value, doc_count: count }) => ({ value, count }));
};

/**
 * All failures, by id. Refreshes first, so that no failure written so far is missing; those written meanwhile may be
 * included or not.
 *
 * @throws {StoreUnavailable}
 */
export async function* findFailures(
  { client, names }: Store,
  filter: FailureFilter,
): AsyncGenerator<FailureRecord> {
  await unlessAway(client.indices.refresh({ index: names.failures }));
  const size = 1000;
  for (let after: string | undefined; ; ) {
    const response = await unlessAway(
      client.search({
        index: names.failures,
        size,
        track_total_hits: true,
        query: queryOf(filter),
        sort: [{ id: 'asc' }],
        ...(after === undefined ? {} : { search_after: [after] }),
      }),
    );
    const found = hits.parse(response).hits.hits;
    for (const { _source } of found) yield _source;
    if (found.length < size) return;
    after = found.at(-1)?._source.id;
  }
}
