import { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';
import { type CoarsePrecision, lastDayOf, writtenLength } from '../../domain/partial-dates.ts';
import { spanOf } from '../params/dates.ts';
import type { Clause } from '../search/clause.ts';
import { datedBy } from '../search/date-clause.ts';
import type { Answer, SearchBody } from '../search/execute.ts';
import type { Aggregation } from '../search/facets/facet.ts';
import type { TimelineParams } from './schema.ts';
import { countSteps, type Interval, intervalFor } from './steps.ts';

/** Most bars of one series. Five years by day are 1,827. */
const MOST_STEPS = 4000;
/** Most bars of all series: printing more would block the event loop for over 100 ms. */
const MOST_BARS = 40_000;

/** First and last day, inclusive. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const extreme = z.object({ value_as_string: z.string().optional() });
const extremes = z.object({
  first: extreme,
  last: extreme,
  month: z.object({ last: extreme }),
  year: z.object({ last: extreme }),
});

/** The requested range; an open end extends to the last results. */
export const spanOfTimeline = async (
  params: TimelineParams,
  clauses: readonly Clause[],
  ask: (bodies: readonly SearchBody[]) => Promise<readonly Answer[]>,
): Promise<Span | null> => {
  const from = params['from-date'] && spanOf(params['from-date'])?.from;
  const to = params['to-date'] && spanOf(params['to-date'])?.to;
  if (from && to) return { from, to };
  const day = { field: 'date', format: 'yyyy-MM-dd' };
  const found = await ask(
    clauses.map((query) => ({
      query,
      aggs: {
        first: { min: day },
        last: { max: day },
        month: lastOf('month', day),
        year: lastOf('year', day),
      },
    })),
  );
  const days = found.flatMap(({ aggregations }) => {
    const read = extremes.safeParse(aggregations);
    if (!read.success) return [];
    const { first, last, month, year } = read.data;
    return [
      first.value_as_string,
      last.value_as_string,
      endOf(month.last.value_as_string, 'month'),
      endOf(year.last.value_as_string, 'year'),
    ];
  });
  const known = days.filter((one) => one !== undefined).sort();
  const [first, last] = [from ?? known[0], to ?? known.at(-1)];
  return first !== undefined && last !== undefined && first <= last ? { from: first, to: last } : null;
};

/** The last article that is dated by a month or a year. */
const lastOf = (precision: CoarsePrecision, day: Aggregation): Aggregation => ({
  filter: datedBy(precision),
  aggs: { last: { max: day } },
});

const endOf = (first: string | undefined, precision: CoarsePrecision): string | undefined =>
  first && lastDayOf(first.slice(0, writtenLength(precision)));

/**
 * @param series how many there may be
 * @throws {InvalidParameters} if there are too many steps
 */
export const intervalOf = (
  { interval: asked }: Pick<TimelineParams, 'interval'>,
  { from, to }: Span,
  series: number,
): Interval => {
  const interval = asked === 'auto' ? intervalFor(from, to) : asked;
  const count = countSteps(from, to, interval);
  const most = Math.min(asked === 'auto' ? MOST_BARS : MOST_STEPS, Math.floor(MOST_BARS / series));
  if (count > most)
    throw new InvalidParameters([
      {
        parameter: 'interval',
        detail: `gives about ${count} steps from ${from} to ${to}; ${most} at most for ${series} series`,
      },
    ]);
  return interval;
};
