import { z } from 'zod';
import { type Check, warning } from './finding.ts';

const answer = z.object({
  hits: z.object({ total: z.object({ value: z.number() }) }),
  aggregations: z.object({
    reasons: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
  }),
});

/** Articles that could not be indexed, by reason. */
export const failuresCheck: Check = {
  name: 'failures',
  needs: ['elasticsearch'],
  look: async ({ client, names }) => {
    const found: unknown = await client.search({
      index: names.failures,
      size: 0,
      track_total_hits: true,
      query: { bool: { must_not: [{ term: { discarded: true } }] } },
      aggs: { reasons: { terms: { field: 'reason', size: 5 } } },
    });
    const { hits, aggregations } = answer.parse(found);
    const reasons = aggregations.reasons.buckets.map(({ key, doc_count }) => `${key} ${doc_count}`);
    return hits.total.value === 0
      ? []
      : [
          warning(
            `${hits.total.value} articles could not be indexed: ${reasons.join(', ')}`,
            '`failures list`, then `failures replay` or `failures discard`',
          ),
        ];
  },
};
