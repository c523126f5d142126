import { spanOf } from '../../params/dates.ts';
import { countSteps, intervals, type StepLength, startOf, stepsBetween } from '../../timeline/steps.ts';

/** Widths of a bar, the narrowest first. */
export const dateSteps = ['hour', ...intervals, 'decade'] as const;
export type DateStep = (typeof dateSteps)[number];

export interface DateBar {
  /** As in a URL: `2019-12-20`, `2019-12`, `2019-Q4`, `2019`, `2010s`; an hour is `2019-12-20T07`. */
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The count of a step, by its first day. */
export interface CountedDay {
  readonly day: string;
  readonly count: number;
}

const DAY_MS = 86_400_000;
/** Above this, empty ends of the requested range are left out: ten thousand years are a thousand decades. */
const MOST_AUTOMATIC = 400;

/** The step whose bars are at most about 60 for a span of days. */
export const stepFor = (from: string, to: string): DateStep => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days <= 2) return 'hour';
  if (days <= 62) return 'day';
  if (days <= 5 * 366) return 'month';
  if (days <= 15 * 366) return 'quarter';
  return days <= 60 * 366 ? 'year' : 'decade';
};

/** The requested range; an open end extends to the last counted day. */
export interface AskedRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * First and last day of a chart.
 *
 * @param counted  in order; its last entry is a step of this length
 */
export const rangeOf = (
  { from, to }: AskedRange,
  counted: readonly CountedDay[],
  step: StepLength,
): { readonly from: string; readonly to: string } | null => {
  const last = counted.at(-1)?.day;
  const first = from ?? counted[0]?.day;
  const end = to ?? (last && lastDayOf(last, step));
  return first !== undefined && end !== undefined && first <= end ? { from: first, to: end } : null;
};

const lastDayOf = (day: string, step: StepLength): string => {
  const wide = new Date(Date.parse(day) + 4000 * DAY_MS).toISOString().slice(0, 10);
  return stepsBetween(day, wide, step)[0]?.to ?? day;
};

/** A bar for every step of a range, including empty ones; all counts are inside it. */
export const fillBars = (
  counted: readonly CountedDay[],
  step: StepLength,
  range: { readonly from: string; readonly to: string } | null,
): readonly DateBar[] => {
  const [first, last] = [counted[0]?.day, counted.at(-1)?.day];
  if (!range) return [];
  const tooWide = countSteps(range.from, range.to, step) > MOST_AUTOMATIC && step === 'decade';
  const { from, to } = tooWide ? { from: first ?? range.to, to: last && lastDayOf(last, step) } : range;
  const counts = new Map<string, number>();
  for (const { day, count } of counted) {
    const key = startOf(day, step);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return stepsBetween(from, to ?? range.to, step).map(({ key, value, ...days }) => ({
    value,
    ...written(days),
    count: counts.get(key) ?? 0,
  }));
};

/** Whole months and years are written as such: `2019-12`, `2019`. */
const written = ({ from, to }: { readonly from: string; readonly to: string }) => {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return { from: from.slice(0, 4), to: to.slice(0, 4) };
  if (from.endsWith('-01') && spanOf(to.slice(0, 7))?.to === to)
    return { from: from.slice(0, 7), to: to.slice(0, 7) };
  return { from, to };
};
