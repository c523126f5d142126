import { coarsePrecisions } from '../../../domain/partial-dates.ts';
import { spanOf } from '../../params/dates.ts';
import type { SearchParams } from '../../params/search.ts';
import { intervalOf } from '../../timeline/span.ts';
import type { Interval, StepLength } from '../../timeline/steps.ts';
import { linksWith } from '../links.ts';
import type { Facet, FacetOption } from '../result.ts';
import { amountOf, countShape, looseCount, withStories } from './counts.ts';
import { askBars, coarserThan, readBars, readCoarse, sumOf, withoutCoarse } from './date-bars.ts';
import { dateLabel } from './date-labels.ts';
import {
  type AskedRange,
  type CountedDay,
  type DateBar,
  type DateStep,
  fillBars,
  rangeOf,
  stepFor,
} from './date-steps.ts';
import type { Aggregation, Clause, FacetContext, FacetCounts, FacetKind } from './facet.ts';

/**
 * Counts articles over time in the requested range, including empty steps. Without a requested step, months are counted
 * and merged to fit the range; if everything is within two months, days or hours: at once if the range shows it, else
 * by a second request. Articles dated by a month or a year have no place in shorter bars and count as missing there.
 */
export const dateFacet: FacetKind = {
  name: 'date',
  ask: (context) => {
    const { params } = context;
    if (isShort(params)) return askDays(context);
    const stories = withStories(params.collapse === 'story');
    return {
      ...askBars(countedBy(params), coarsePrecisions, stories),
      missing: { missing: { field: 'date' }, ...stories },
    };
  },
  read: (counts, total, context) => {
    const { params } = context;
    return isShort(params) ? readDays(counts, total, context) : readSteps(counts, total, context);
  },
};

const countedBy = ({ interval }: SearchParams): Interval => (interval === 'auto' ? 'month' : interval);

const readSteps = (counts: FacetCounts, total: number, context: FacetContext): Facet => {
  const { params } = context;
  const interval = countedBy(params);
  const counted = readBars(counts.bars);
  const range = rangeOf(askedRange(params), counted, interval);
  const fitting = params.interval === 'auto' ? stepOver(range) : params.interval;
  const step = params.interval === 'auto' ? stepWithBars(fitting, counted, counts) : fitting;
  if (range && step !== 'decade') intervalOf({ interval: step }, range, 1);
  const coarse = readCoarse(counts, coarserThan(step));
  const bars = fillBars(withoutCoarse(counted, coarse, interval), step, range);
  return answer(bars, step, sumOf(coarse), counts, total, context);
};

/** A longer step if this one would have only articles dated by a month or a year, and so no bars. */
const stepWithBars = (step: StepLength, counted: readonly CountedDay[], counts: FacetCounts): StepLength => {
  const without = (wider: StepLength) => sumOf(counted) - sumOf(readCoarse(counts, coarserThan(wider)));
  if (sumOf(counted) === 0 || without(step) > 0) return step;
  return without('month') > 0 ? 'month' : 'year';
};

const askedRange = ({ 'from-date': from, 'to-date': to }: SearchParams): AskedRange => ({
  from: from === undefined ? undefined : spanOf(from)?.from,
  to: to === undefined ? undefined : spanOf(to)?.to,
});

/** Whether the parameters already show that days or hours fit. */
const isShort = (params: SearchParams): boolean => {
  const { from, to } = askedRange(params);
  if (params.interval !== 'auto' || from === undefined || to === undefined) return false;
  return ['hour', 'day'].includes(stepFor(from, to));
};

/** Whether days or hours are more useful than the months of a first answer. */
export const refines = (facet: Facet, params: SearchParams): boolean =>
  params.interval === 'auto' &&
  facet.step === 'month' &&
  facet.options.length <= 2 &&
  facet.options.some(({ count }) => count > 0);

export const askDays = ({ params }: Pick<FacetContext, 'params'>): Readonly<Record<string, Aggregation>> => {
  const stories = withStories(params.collapse === 'story');
  const hours = (field: string): Aggregation => ({
    date_histogram: { field, fixed_interval: '1h', format: "yyyy-MM-dd'T'HH", min_doc_count: 1 },
    ...stories,
  });
  return {
    ...askBars('day', coarsePrecisions, stories),
    missing: { missing: { field: 'date' }, ...stories },
    // Hours are in the time zone of the day. Only for up to two days, which are 48 bars.
    published: { filter: timed('published'), aggs: { bars: hours('published.instant') } },
    updated: { filter: timed('updated'), aggs: { bars: hours('updated.instant') } },
  };
};

export const readDays = (counts: FacetCounts, total: number, context: FacetContext): Facet => {
  const counted = readBars(counts.bars);
  const coarse = readCoarse(counts, coarsePrecisions);
  const days = withoutCoarse(counted, coarse, 'day');
  if (days.length === 0 && coarse.length > 0) return readWider(counted, counts, total, context);
  const range = rangeOf(askedRange(context.params), days, 'day');
  const byDay = () => answer(fillBars(days, 'day', range), 'day', sumOf(coarse), counts, total, context);
  if (!range || stepFor(range.from, range.to) !== 'hour' || days.length === 0) return byDay();
  const hours = [...readHours(counts.published), ...readHours(counts.updated)];
  if (sumOf(hours) < sumOf(days)) return byDay();
  return answer(joinHours(hours), 'hour', sumOf(coarse), counts, total, context);
};

/** All dates are months or years. */
const readWider = (
  counted: readonly CountedDay[],
  counts: FacetCounts,
  total: number,
  context: FacetContext,
): Facet => {
  const step = stepWithBars('day', counted, counts);
  const coarse = readCoarse(counts, coarserThan(step));
  const shown = withoutCoarse(counted, coarse, 'day');
  const range = rangeOf(askedRange(context.params), shown, step);
  return answer(fillBars(shown, step, range), step, sumOf(coarse), counts, total, context);
};

/** The start of a day does not mean an hour. */
const timed = (kind: 'published' | 'updated'): Clause => ({
  bool: {
    filter: [
      { term: { dateKind: kind } },
      { terms: { [`${kind}.precision`]: ['hour', 'minute', 'second'] } },
    ],
  },
});

const readHours = (counts: unknown): readonly CountedDay[] => readBars(looseCount.parse(counts).bars);

/** Every hour from the first to the last, including empty ones. */
const joinHours = (hours: readonly CountedDay[]): readonly DateBar[] => {
  const counts = new Map<string, number>();
  for (const { day, count } of hours) counts.set(day, (counts.get(day) ?? 0) + count);
  const times = Array.from(counts.keys(), (hour) => Date.parse(`${hour}:00:00Z`));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return Array.from({ length: (last - first) / HOUR_MS + 1 }, (_, index) => {
    const value = new Date(first + index * HOUR_MS).toISOString().slice(0, 13);
    return { value, from: value.slice(0, 10), to: value.slice(0, 10), count: counts.get(value) ?? 0 };
  });
};
const HOUR_MS = 3_600_000;

const stepOver = (range: { readonly from: string; readonly to: string } | null): StepLength => {
  const step = range ? stepFor(range.from, range.to) : 'month';
  return step === 'hour' || step === 'day' ? 'month' : step;
};

const answer = (
  bars: readonly DateBar[],
  step: DateStep,
  coarse: number,
  counts: FacetCounts,
  total: number,
  context: FacetContext,
): Facet => {
  const stories = context.params.collapse === 'story';
  const linkOf = linksWith(context.reader.path, context.links, ['from-date', 'to-date']);
  return {
    unit: stories ? 'story' : 'article',
    total,
    missing: amountOf(countShape.parse(counts.missing)) + coarse,
    exact: !stories,
    more: false,
    step,
    options: bars.map((bar) => ({
      ...optionOf(bar, step, context),
      url: linkOf([
        ['from-date', [bar.from]],
        ['to-date', [bar.to]],
      ]),
    })),
  };
};

const optionOf = (
  bar: DateBar,
  step: DateStep,
  { params, reader }: FacetContext,
): Omit<FacetOption, 'url'> => ({
  value: bar.value,
  label: dateLabel(bar, step, reader.locale ?? reader.language),
  count: bar.count,
  selected: isWithin(bar, params['from-date'], params['to-date']),
});

const isWithin = (bar: DateBar, from: string | undefined, to: string | undefined): boolean => {
  if (from === undefined && to === undefined) return false;
  const first = from === undefined ? '' : (spanOf(from)?.from ?? '');
  const last = to === undefined ? '9999-12-31' : (spanOf(to)?.to ?? '');
  return (spanOf(bar.to)?.to ?? '') >= first && (spanOf(bar.from)?.from ?? '') <= last;
};
