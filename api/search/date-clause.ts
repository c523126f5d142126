import { type CoarsePrecision, coarsePrecisions, writtenLength } from '../../domain/partial-dates.ts';
import { spanOf } from '../params/dates.ts';
import type { Clause } from './clause.ts';

/** Articles whose date is only a month, or only a year. The index has its first day. */
export const datedBy = (precision: CoarsePrecision): Clause => ({
  bool: { filter: [{ term: { dateKind: 'published' } }, { term: { 'published.precision': precision } }] },
});

/**
 * From the first day of the written dates to the last, both inclusive. A month or a year that an article has for its date
 * must lie within them completely: its day is unknown.
 */
export const dateClause = (from: string | null, to: string | null): Clause | null => {
  const first = from === null ? undefined : spanOf(from)?.from;
  const last = to === null ? undefined : spanOf(to)?.to;
  if (first === undefined && last === undefined) return null;
  const days: Clause = {
    range: { date: { ...(first ? { gte: first } : {}), ...(last ? { lte: last } : {}) } },
  };
  const cut = last === undefined ? [] : coarsePrecisions.flatMap((precision) => cutBy(last, precision));
  return cut.length === 0 ? days : { bool: { filter: [days], must_not: cut } };
};

/** The articles dated by a month or a year that begins before the last day of the range and ends after it. */
const cutBy = (last: string, precision: CoarsePrecision): readonly Clause[] => {
  const whole = spanOf(last.slice(0, writtenLength(precision)));
  if (!whole || whole.to === last) return [];
  return [{ bool: { filter: [datedBy(precision), { range: { date: { gte: whole.from } } }] } }];
};
