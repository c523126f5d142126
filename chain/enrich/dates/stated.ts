import type { Precision, StatedTime, ZoneOrigin } from '../../../domain/article.ts';
import { writtenLength } from '../../../domain/partial-dates.ts';
import type { PrintedDate } from './printed.ts';
import { instantOf, type PrintedZone } from './zoned.ts';

/**
 * Converts a printed date to an instant: by its printed zone, else by the publisher's, else as UTC.
 *
 * @param year  for a date without one
 */
export const stateTime = (date: PrintedDate, publisherZone: string | null, year = date.year): StatedTime => {
  const zone: PrintedZone = date.zone ?? publisherZone ?? 0;
  const local = Date.UTC(
    year,
    date.month - 1,
    date.day,
    date.time?.hour ?? 0,
    date.time?.minute ?? 0,
    date.time?.second ?? 0,
  );
  return {
    instant: isoInstant(instantOf(local, zone)),
    day: new Date(local).toISOString().slice(0, writtenLength(date.precision)),
    printed: date.printed.trim(),
    precision: date.precision,
    zone: originOf(date, publisherZone),
  };
};

const originOf = (date: PrintedDate, publisherZone: string | null): ZoneOrigin => {
  if (date.zone !== null) return 'printed';
  return publisherZone === null ? 'assumed-utc' : 'publisher';
};

const isoInstant = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace('.000Z', 'Z');

/** Precisions, the coarsest first. */
export const precisions: readonly Precision[] = ['year', 'month', 'day', 'hour', 'minute', 'second'];
