import { z } from 'zod';
import { datedBy } from './date-clause.ts';

/** Counts by month. A year alone is in no month. */
export const monthBars = {
  filter: { bool: { must_not: [datedBy('year')] } },
  aggs: {
    bars: {
      date_histogram: { field: 'date', calendar_interval: 'month', format: 'yyyy-MM', min_doc_count: 1 },
    },
  },
};

export const monthBarsShape = z.object({
  bars: z.object({ buckets: z.array(z.object({ key_as_string: z.string(), doc_count: z.number() })) }),
});

export const readMonths = ({ bars }: z.infer<typeof monthBarsShape>) =>
  bars.buckets.map(({ key_as_string, doc_count }) => ({ month: key_as_string, count: doc_count }));
