import { remembered } from '../../../domain/remembered.ts';
import { localeOf } from '../../messages/index.ts';
import { spanOf } from '../../params/dates.ts';
import type { SearchParams } from '../../params/search.ts';
import { intervalOf } from '../../timeline/span.ts';
import type { StepLength } from '../../timeline/steps.ts';
import { linksWith } from '../links.ts';
import type { Facet, FacetOption } from '../result.ts';
import { amountOf, countShape, histogramShape, looseCount, withStories } from './counts.ts';
import {
  type AskedRange,
  type CountedDay,
  type DateBar,
  type DateStep,
  dateSteps,
  fillBars,
  rangeOf,
  stepFor,
} from './date-steps.ts';
import type { Aggregation, Clause, FacetContext, FacetCounts, FacetKind } from './facet.ts';

/**
 * Counts articles over time in the requested range, including empty steps. Without a requested step, months are counted
 * and merged to fit the range; if everything is within two months, days or hours: at once if the range shows it, else
 * by a second request.
 */
export const dateFacet: FacetKind = {
  name: 'date',
  ask: (context) => {
    const { params } = context;
    if (isShort(params)) return askDays(context);
    const stories = withStories(params.collapse === 'story');
    const step = params.interval === 'auto' ? 'month' : params.interval;
    return {
      bars: {
        date_histogram: { field: 'date', calendar_interval: step, format: 'yyyy-MM-dd', min_doc_count: 1 },
        ...stories,
      },
      missing: { missing: { field: 'date' }, ...stories },
    };
  },
  read: (counts, total, context) => {
    const { params } = context;
    if (isShort(params)) return readDays(counts, total, context);
    const counted = readBars(counts.bars);
    const range = rangeOf(
      askedRange(params),
      counted,
      params.interval === 'auto' ? 'month' : params.interval,
    );
    const step = params.interval === 'auto' ? stepOver(range) : params.interval;
    if (range && step !== 'decade') intervalOf({ interval: step }, range, 1);
    return answer(fillBars(counted, step, range), step, counts, total, context);
  },
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
    bars: {
      date_histogram: { field: 'date', calendar_interval: 'day', format: 'yyyy-MM-dd', min_doc_count: 1 },
      ...stories,
    },
    missing: { missing: { field: 'date' }, ...stories },
    // Hours are in the time zone of the day. Only for up to two days, which are 48 bars.
    published: { filter: timed('published'), aggs: { bars: hours('published.instant') } },
    updated: { filter: timed('updated'), aggs: { bars: hours('updated.instant') } },
  };
};

export const readDays = (counts: FacetCounts, total: number, context: FacetContext): Facet => {
  const days = readBars(counts.bars);
  const range = rangeOf(askedRange(context.params), days, 'day');
  const byDay = () => answer(fillBars(days, 'day', range), 'day', counts, total, context);
  if (!range || stepFor(range.from, range.to) !== 'hour' || days.length === 0) return byDay();
  const hours = [...readHours(counts.published), ...readHours(counts.updated)];
  if (sumOf(hours) < sumOf(days)) return byDay();
  return answer(joinHours(hours), 'hour', counts, total, context);
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

const readBars = (histogram: unknown): readonly CountedDay[] =>
  histogramShape
    .parse(histogram)
    .buckets.map((bucket) => ({ day: bucket.key_as_string, count: amountOf(bucket) }));

const sumOf = (bars: readonly CountedDay[]): number => bars.reduce((sum, { count }) => sum + count, 0);

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
  counts: FacetCounts,
  total: number,
  context: FacetContext,
): Facet => {
  const stories = context.params.collapse === 'story';
  const linkOf = linksWith(context.reader.path, context.links, ['from-date', 'to-date']);
  return {
    unit: stories ? 'story' : 'article',
    total,
    missing: amountOf(countShape.parse(counts.missing)),
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

const formats: Readonly<Record<DateStep, Intl.DateTimeFormatOptions>> = {
  hour: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  week: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  quarter: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  decade: { year: 'numeric' },
};

/** A bar as a reader of a locale writes it: `Oct – Dec 2022`. */
export const dateLabel = (
  { value, from, to }: Omit<DateBar, 'count'>,
  step: DateStep,
  locale: string,
): string => labelOf(`${locale}|${step}|${value}|${from}|${to}`);

const labelOf = remembered((key) => {
  const [language = '', step = '', value = '', from = '', to = ''] = key.split('|');
  return writeLabel({ value, from, to }, dateSteps.find((known) => known === step) ?? 'day', language);
}, 20_000);

const writeLabel = (bar: Omit<DateBar, 'count'>, step: DateStep, language: string): string => {
  const format = dateFormat(language, step);
  const from = new Date(step === 'hour' ? `${bar.value}:00:00Z` : (spanOf(bar.from)?.from ?? bar.from));
  if (step !== 'week' && step !== 'quarter' && step !== 'decade') return format.format(from);
  return format.formatRange(from, new Date(spanOf(bar.to)?.to ?? bar.to));
};

const dateFormat = (language: string, step: DateStep): Intl.DateTimeFormat => formatOf(`${language} ${step}`);

const formatOf = remembered((key) => {
  const [language = 'en', step = ''] = key.split(' ');
  return new Intl.DateTimeFormat(localeOf(language), {
    ...formats[dateSteps.find((known) => known === step) ?? 'day'],
    timeZone: 'UTC',
  });
});
