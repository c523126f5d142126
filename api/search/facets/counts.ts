import { z } from 'zod';
import type { Aggregation } from './facet.ts';

/** Schemas of the answers to the facets' aggregations. */
const distinct = z.object({ value: z.number() }).optional();

export const countShape = z.object({ doc_count: z.number(), stories: distinct });

/** With nested counts. Made once, because a schema is compiled on first use. */
export const looseCount = countShape.loose();

export const termsShape = z.object({
  doc_count_error_upper_bound: z.number(),
  sum_other_doc_count: z.number(),
  buckets: z.array(z.object({ key: z.string(), doc_count: z.number(), stories: distinct })),
});

export const selectedShape = z.object({ buckets: z.record(z.string(), countShape) });

export const histogramShape = z.object({
  buckets: z.array(z.object({ key_as_string: z.string(), doc_count: z.number(), stories: distinct })),
});

/** How many, in the facet's unit. */
export const amountOf = (bucket: { doc_count: number; stories?: { value: number } | undefined }): number =>
  bucket.stories ? bucket.stories.value : bucket.doc_count;

/** If copies are shown as one, stories are counted in addition to articles; beyond 40,000 approximately. */
export const withStories = (stories: boolean): { aggs?: Record<string, Aggregation> } =>
  stories ? { aggs: { stories: { cardinality: { field: 'story', precision_threshold: 40_000 } } } } : {};
