import { type CoarsePrecision, coarsePrecisions } from '../../../domain/partial-dates.ts';
import { type StepLength, startOf } from '../../timeline/steps.ts';
import { datedBy } from '../date-clause.ts';
import { amountOf, histogramShape, looseCount } from './counts.ts';
import type { CountedDay, DateStep } from './date-steps.ts';
import type { Aggregation } from './facet.ts';

/**
 * Bars over time, and apart from them the articles dated by a month or a year, which the index has under its first day.
 * They are subtracted from bars that are shorter: nobody said on which day they appeared. A histogram of everything
 * is much faster than one of only some articles, and these are few.
 */
export const askBars = (
  interval: StepLength,
  subtracted: readonly CoarsePrecision[] = coarsePrecisions,
  within: { readonly aggs?: Record<string, Aggregation> } = {},
): Record<string, Aggregation> => {
  const bars = (calendar_interval: StepLength): Aggregation => ({
    date_histogram: { field: 'date', calendar_interval, format: 'yyyy-MM-dd', min_doc_count: 1 },
    ...within,
  });
  return {
    bars: bars(interval),
    ...Object.fromEntries(
      subtracted.map((precision) => [precision, { filter: datedBy(precision), aggs: { bars: bars('day') } }]),
    ),
  };
};

/** Precisions without a place in bars of this length. */
export const coarserThan = (step: DateStep): readonly CoarsePrecision[] => {
  if (step === 'year' || step === 'decade') return [];
  return step === 'month' || step === 'quarter' ? ['year'] : coarsePrecisions;
};

export const readBars = (histogram: unknown): readonly CountedDay[] =>
  histogramShape
    .parse(histogram)
    .buckets.map((bucket) => ({ day: bucket.key_as_string, count: amountOf(bucket) }));

export const sumOf = (bars: readonly CountedDay[]): number => bars.reduce((sum, { count }) => sum + count, 0);

/** Those of a coarse precision, by their first day. */
export const readCoarse = (
  counts: Readonly<Record<string, unknown>>,
  precisions: readonly CoarsePrecision[],
): readonly CountedDay[] =>
  precisions.flatMap((precision) =>
    counts[precision] === undefined ? [] : readBars(looseCount.parse(counts[precision]).bars),
  );

/** @param interval  of the bars */
export const withoutCoarse = (
  bars: readonly CountedDay[],
  coarse: readonly CountedDay[],
  interval: StepLength,
): readonly CountedDay[] => {
  if (coarse.length === 0) return bars;
  const lost = new Map<string, number>();
  for (const { day, count } of coarse) {
    const key = startOf(day, interval);
    lost.set(key, (lost.get(key) ?? 0) + count);
  }
  // Counts of stories are approximate, so a difference may be below 0.
  return bars
    .map(({ day, count }) => ({ day, count: Math.max(0, count - (lost.get(day) ?? 0)) }))
    .filter(({ count }) => count > 0);
};
