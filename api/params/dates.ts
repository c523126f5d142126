/** A day, month or year as ISO writes it: `2019-12-20`, `2019-12`, `2019`. */
export interface DateSpan {
  /** First and last day, `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * The range of days of a written day, month or year.
 *
 * @returns null if it is not a date, or not in the calendar
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

const year = '(?!0000)[0-9]{4}';
const leapYear = '([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)';
const days = {
  upTo28: '(0[1-9]|1[0-9]|2[0-8])',
  upTo30: '(0[1-9]|[12][0-9]|30)',
  upTo31: '(0[1-9]|[12][0-9]|3[01])',
};

/** The dates that `spanOf` accepts, as a pattern for OpenAPI; leap years included. */
export const spanPattern = `^(${[
  year,
  `${year}-(0[1-9]|1[0-2])`,
  `${year}-(0[13578]|1[02])-${days.upTo31}`,
  `${year}-(0[469]|11)-${days.upTo30}`,
  `${year}-02-${days.upTo28}`,
  `${leapYear}-02-29`,
].join('|')})$`;
