import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { ChecksumParts } from '../../domain/checksum-parts.ts';

export interface Sums extends ChecksumParts {
  readonly count: number;
  /** How many of them are tombstones; a tombstone has the checksum parts of its revision. */
  readonly gone: number;
}

/** @param content  compares the documents' contents too, not only which revisions there are */
export const areEqual = (one: Sums, other: Sums, content: boolean): boolean =>
  one.count === other.count &&
  one.gone === other.gone &&
  one.a === other.a &&
  one.b === other.b &&
  one.c === other.c &&
  (!content || (one.d === other.d && one.e === other.e));

const sum = z.object({ value: z.number() });
const summed = z.object({
  aggregations: z.object({
    ranges: z.object({
      buckets: z.array(
        z.object({
          key: z.number(),
          doc_count: z.number(),
          gone: z.object({ doc_count: z.number() }),
          a: sum,
          b: sum,
          c: sum,
          d: sum,
          e: sum,
        }),
      ),
    }),
  }),
});

/** A span of the first checksum part, divided into ranges of equal width. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Counts and sums of the documents in each range of a span, by the start of the range. */
export const sumUp = async (
  client: Client,
  index: string,
  { from, to, width }: Cut,
): Promise<ReadonlyMap<number, Sums>> => {
  const parts = ['a', 'b', 'c', 'd', 'e'].map((name) => [name, { sum: { field: `proof.${name}` } }] as const);
  const answer: unknown = await client.search(
    {
      index,
      size: 0,
      track_total_hits: false,
      query: { range: { 'proof.a': { gte: from, lt: to } } },
      aggs: {
        ranges: {
          histogram: { field: 'proof.a', interval: width, offset: from % width, min_doc_count: 1 },
          aggs: { ...Object.fromEntries(parts), gone: { filter: { term: { gone: true } } } },
        },
      },
    },
    { requestTimeout: 600_000 },
  );
  const { buckets } = summed.parse(answer).aggregations.ranges;
  return new Map(
    buckets.map(({ key, doc_count: count, gone, a, b, c, d, e }) => [
      key,
      { count, gone: gone.doc_count, a: a.value, b: b.value, c: c.value, d: d.value, e: e.value },
    ]),
  );
};
