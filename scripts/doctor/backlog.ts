import { z } from 'zod';
import { ageOf } from './age.ts';
import { type Check, fault, warning } from './finding.ts';

const minutes = 60_000;
/** After this time, an accepted article should have been indexed. */
const late = 5 * minutes;
const lost = 60 * minutes;

const answer = z.object({
  hits: z.object({ total: z.object({ value: z.number() }) }),
  aggregations: z.object({
    articles: z.object({ value: z.number().nullable() }),
    oldest: z.object({ value: z.number().nullable() }),
  }),
});

/** Articles accepted long ago and not indexed yet; embargoed articles wait on purpose. */
export const backlogCheck: Check = {
  name: 'backlog',
  needs: ['elasticsearch'],
  look: async ({ client, names }) => {
    const found: unknown = await client.search({
      index: names.pending,
      size: 0,
      track_total_hits: true,
      query: {
        bool: {
          filter: [{ range: { since: { lt: new Date(Date.now() - late).toISOString() } } }],
          must_not: [{ range: { notBefore: { gt: new Date(Date.now() - late).toISOString() } } }],
        },
      },
      aggs: { articles: { sum: { field: 'articles', missing: 1 } }, oldest: { min: { field: 'since' } } },
    });
    const { hits, aggregations } = answer.parse(found);
    if (hits.total.value === 0) return [];
    const age = Date.now() - (aggregations.oldest.value ?? Date.now());
    return [
      (age > lost ? fault : warning)(
        `${aggregations.articles.value ?? 0} articles were accepted more than five minutes ago and are not indexed, ` +
          `the oldest ${ageOf(age)} ago`,
        'with workers running and no import in progress: read their log; `verify` lists them',
      ),
    ];
  },
};
