/** A day, month or year as ISO writes it: `2019-12-20`, `2019-12`, `2019`. */
export interface DateSpan {
  /** First and last day, `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * The days that a written day, month or year covers.
 *
 * @returns null where it is none, or no such day is in the calendar
 */
export const spanOf = (written: string): DateSpan | null => {
  const found = pattern.exec(written);
  const [, year, month, day] = found ?? [];
  if (year === undefined || Number(year) === 0) return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  const last = lastDay(Number(year), Number(month));
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  return Number(day) >= 1 && Number(day) <= last ? { from: written, to: written } : null;
};

const lastDay = (year: number, month: number): number => {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
};
