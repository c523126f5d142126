import { spanOf } from '../params/dates.ts';

export const intervals = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Interval = (typeof intervals)[number];
/** Including steps that cannot be requested: a chart of centuries has decades. */
export type StepLength = Interval | 'decade';

/** One step of a timeline. */
export interface Step {
  /** `2019-12-20`, of a week its Monday; `2019-12`, `2019-Q4`, `2019`, `2010s`. */
  readonly value: string;
  /** The first day of the whole step: the key by which Elasticsearch counts it. */
  readonly key: string;
  /** First and last day that are counted, inside the requested range. */
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** The interval that gives at most about 60 steps, years excepted. */
export const intervalFor = (from: string, to: string): Interval => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days <= 62) return 'day';
  if (days <= 366) return 'week';
  if (days <= 5 * 366) return 'month';
  return days <= 15 * 366 ? 'quarter' : 'year';
};

/** Rough number of steps of a span, to reject too many before they are made. */
export const countSteps = (from: string, to: string, interval: StepLength): number =>
  Math.ceil((Date.parse(to) - Date.parse(from)) / DAY_MS / lengths[interval]) + 1;

const lengths: Readonly<Record<StepLength, number>> = {
  day: 1,
  week: 7,
  month: 28,
  quarter: 90,
  year: 365,
  decade: 3652,
};

/** Every step that a span of days touches, in order, including empty ones. */
export const stepsBetween = (from: string, to: string, interval: StepLength): readonly Step[] => {
  const steps: Step[] = [];
  for (let key = startOf(from, interval); key <= to; ) {
    const next = startOfNext(key, interval);
    const last = dayBefore(next);
    steps.push({
      value: valueOfStep(key, interval),
      key,
      from: key < from ? from : key,
      to: last > to ? to : last,
    });
    key = next;
  }
  return steps;
};

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const dayBefore = (day: string): string => dayOf(Date.parse(day) - DAY_MS);

/** The first day of the step that contains a day. */
export const startOf = (day: string, interval: StepLength): string => {
  const [year = '', month = ''] = day.split('-');
  switch (interval) {
    case 'day':
      return day;
    case 'week':
      // Weeks begin on Monday, as in ISO 8601 and Elasticsearch.
      return dayOf(Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS);
    case 'month':
      return `${year}-${month}-01`;
    case 'quarter':
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'year':
      return `${year}-01-01`;
    case 'decade':
      // There is no year 0, so the first decade has nine years.
      return `${year.startsWith('000') ? '0001' : `${year.slice(0, 3)}0`}-01-01`;
  }
};

const startOfNext = (key: string, interval: StepLength): string => {
  switch (interval) {
    case 'day':
      return dayOf(Date.parse(key) + DAY_MS);
    case 'week':
      return dayOf(Date.parse(key) + 7 * DAY_MS);
    case 'month':
      return dayOf(Date.parse(spanOf(key.slice(0, 7))?.to ?? key) + DAY_MS);
    case 'quarter':
      return startOf(dayOf(Date.parse(key) + 100 * DAY_MS), 'quarter');
    case 'year':
      return startOf(dayOf(Date.parse(key) + 370 * DAY_MS), 'year');
    case 'decade':
      return startOf(dayOf(Date.parse(key) + 3660 * DAY_MS), 'decade');
  }
};

const valueOfStep = (key: string, interval: StepLength): string => {
  if (interval === 'month') return key.slice(0, 7);
  if (interval === 'year') return key.slice(0, 4);
  if (interval === 'decade') return `${key.slice(0, 3)}0s`;
  return interval === 'quarter' ? `${key.slice(0, 4)}-Q${Math.ceil(Number(key.slice(5, 7)) / 3)}` : key;
};
