import { remembered } from '../../../domain/remembered.ts';
import { localeOf } from '../../messages/index.ts';
import { spanOf } from '../../params/dates.ts';
import { linksWith } from '../links.ts';
import type { Facet, FacetOption } from '../result.ts';
import { amountOf, countShape, histogramShape, looseCount, withStories } from './counts.ts';
import { type DateBar, type DateStep, dateSteps, stepFor, widenBars } from './date-steps.ts';
import type { Aggregation, Clause, FacetContext, FacetCounts, FacetKind } from './facet.ts';

/**
 * How many articles when. Months are asked for and joined to what fits the span; only where all lies within two
 * months are days, or hours, asked for by a second request (`refine`).
 */
export const dateFacet: FacetKind = {
  name: 'date',
  ask: ({ params }) => ({
    bars: {
      date_histogram: { field: 'date', calendar_interval: 'month', format: 'yyyy-MM-dd', min_doc_count: 1 },
      ...withStories(params.collapse === 'story'),
    },
    missing: { missing: { field: 'date' }, ...withStories(params.collapse === 'story') },
  }),
  read: (counts, total, context) => {
    const bars = readBars(counts.bars);
    const step = stepOver(bars);
    return answer(widenBars(bars, step), step, counts, total, context);
  },
};

/** Days or hours, where the months of a first answer show that they fit. */
export const refinement = (facet: Facet): 'day' | null =>
  facet.step === 'month' && facet.options.filter(({ count }) => count > 0).length <= 2 ? 'day' : null;

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
    // The hour is that of the time which gave the day; two days hold 48 bars, months hold none of use.
    published: { filter: timed('published'), aggs: { bars: hours('published.instant') } },
    updated: { filter: timed('updated'), aggs: { bars: hours('updated.instant') } },
  };
};

export const readDays = (counts: FacetCounts, total: number, context: FacetContext): Facet => {
  const bars = readBars(counts.bars);
  const first = bars[0]?.day;
  const step = first === undefined ? 'day' : stepFor(first, bars.at(-1)?.day ?? first);
  if (step !== 'hour') return answer(widenBars(bars, step), step, counts, total, context);
  const hours = [...readHours(counts.published), ...readHours(counts.updated)];
  if (sumOf(hours) < sumOf(bars)) return answer(widenBars(bars, 'day'), 'day', counts, total, context);
  return answer(joinHours(hours), 'hour', counts, total, context);
};

/** A day's start says nothing of the hour. */
const timed = (kind: 'published' | 'updated'): Clause => ({
  bool: {
    filter: [
      { term: { dateKind: kind } },
      { terms: { [`${kind}.precision`]: ['hour', 'minute', 'second'] } },
    ],
  },
});

interface Bar {
  readonly day: string;
  readonly count: number;
}

const readBars = (histogram: unknown): readonly Bar[] =>
  histogramShape
    .parse(histogram)
    .buckets.map((bucket) => ({ day: bucket.key_as_string, count: amountOf(bucket) }));

const sumOf = (bars: readonly Bar[]): number => bars.reduce((sum, { count }) => sum + count, 0);

const readHours = (counts: unknown): readonly Bar[] => readBars(looseCount.parse(counts).bars);

const joinHours = (hours: readonly Bar[]): readonly DateBar[] => {
  const counts = new Map<string, number>();
  for (const { day, count } of hours) counts.set(day, (counts.get(day) ?? 0) + count);
  return Array.from(counts, ([value, count]) => ({
    value,
    from: value.slice(0, 10),
    to: value.slice(0, 10),
    count,
  })).sort((a, b) => (a.value < b.value ? -1 : 1));
};

const stepOver = (months: readonly Bar[]): Exclude<DateStep, 'hour' | 'day'> => {
  const [first] = months;
  if (!first) return 'month';
  const step = stepFor(first.day, months.at(-1)?.day ?? first.day);
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
  label: dateLabel(bar, step, reader.language),
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
  month: { year: 'numeric', month: 'long' },
  quarter: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  decade: { year: 'numeric' },
};

const dateLabel = ({ value, from, to }: DateBar, step: DateStep, language: string): string =>
  labelOf(`${language}|${step}|${value}|${from}|${to}`);

const labelOf = remembered((key) => {
  const [language = '', step = '', value = '', from = '', to = ''] = key.split('|');
  return writeLabel({ value, from, to }, dateSteps.find((known) => known === step) ?? 'day', language);
}, 20_000);

const writeLabel = (bar: Omit<DateBar, 'count'>, step: DateStep, language: string): string => {
  const format = dateFormat(language, step);
  const from = new Date(step === 'hour' ? `${bar.value}:00:00Z` : (spanOf(bar.from)?.from ?? bar.from));
  if (step !== 'quarter' && step !== 'decade') return format.format(from);
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
