/** Widths of a bar, the narrowest first. */
export const dateSteps = ['hour', 'day', 'month', 'quarter', 'year', 'decade'] as const;
export type DateStep = (typeof dateSteps)[number];

export interface DateBar {
  /** As in a URL: `2019-12-20`, `2019-12`, `2019-Q4`, `2019`, `2010s`; an hour is `2019-12-20T07`. */
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const DAY_MS = 86_400_000;

/** The step whose bars are at most about 60 for a span of days. */
export const stepFor = (from: string, to: string): DateStep => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days <= 2) return 'hour';
  if (days <= 62) return 'day';
  if (days <= 5 * 366) return 'month';
  if (days <= 15 * 366) return 'quarter';
  return days <= 60 * 366 ? 'year' : 'decade';
};

/** Joins bars of days or months into wider ones; they must come in order. */
export const widenBars = (
  bars: readonly { readonly day: string; readonly count: number }[],
  step: Exclude<DateStep, 'hour'>,
): readonly DateBar[] => {
  const joined: DateBar[] = [];
  for (const { day, count } of bars) {
    const bar = barOf(day, step);
    const last = joined.at(-1);
    if (last?.value === bar.value) joined[joined.length - 1] = { ...last, count: last.count + count };
    else joined.push({ ...bar, count });
  }
  return joined;
};

const barOf = (day: string, step: Exclude<DateStep, 'hour'>): Omit<DateBar, 'count'> => {
  const [year = '', month = ''] = day.split('-');
  switch (step) {
    case 'day':
      return { value: day, from: day, to: day };
    case 'month':
      return { value: `${year}-${month}`, from: `${year}-${month}`, to: `${year}-${month}` };
    case 'quarter': {
      const quarter = Math.ceil(Number(month) / 3);
      const of = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
      return { value: `${year}-Q${quarter}`, from: of(quarter * 3 - 2), to: of(quarter * 3) };
    }
    case 'year':
      return { value: year, from: year, to: year };
    case 'decade': {
      const decade = year.slice(0, 3);
      return { value: `${decade}0s`, from: `${decade}0`, to: `${decade}9` };
    }
  }
};
