import type { Precision, StatedTime } from './article.ts';

/** Dates written as `yyyy-mm-dd`, or as `yyyy-mm` or `yyyy` if the day or the month is unknown. */

/** Precisions without a day: a source that prints only “March 2019”. */
export const coarsePrecisions = ['year', 'month'] as const;
export type CoarsePrecision = (typeof coarsePrecisions)[number];

/** Characters of a date with a precision. */
export const writtenLength = (precision: Precision): number => {
  if (precision === 'year') return 'yyyy'.length;
  return precision === 'month' ? 'yyyy-mm'.length : 'yyyy-mm-dd'.length;
};

export const isCoarse = ({ precision }: Pick<StatedTime, 'precision'>): boolean =>
  precision === 'year' || precision === 'month';

/** The instant, or for a month or a year its written form: nobody said a day. */
export const writtenTime = (time: Pick<StatedTime, 'precision' | 'instant' | 'day'>): string =>
  isCoarse(time) ? time.day : time.instant;

export const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The last day of a month or a year; a day is its own last day. */
export const lastDayOf = (date: string): string => {
  const [year = '', month] = date.split('-');
  if (date.length > writtenLength('month')) return date;
  const last = new Date(`${year}-${month ?? '12'}-01T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return last.toISOString().slice(0, 10);
};
