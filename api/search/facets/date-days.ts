import { type CoarsePrecision, firstDayOf, writtenLength } from '../../../domain/partial-dates.ts';
import type { ShownDocument } from '../hit.ts';
import type { FacetCounts } from './facet.ts';

/**
 * Days and hours counted from documents, in the shape of Elasticsearch's answer: if one page contains all
 * results, a second request is unnecessary.
 */
export const countDays = (documents: readonly ShownDocument[]): FacetCounts => {
  const dated = documents.flatMap(({ date, ...rest }) => (date === null ? [] : [{ date, ...rest }]));
  const days = dated.map(({ date }) => firstDayOf(date));
  const coarse = (precision: CoarsePrecision) => {
    const some = dated.filter(({ date }) => date.length === writtenLength(precision));
    return { doc_count: some.length, bars: barsOf(some.map(({ date }) => firstDayOf(date))) };
  };
  return {
    bars: barsOf(days),
    month: coarse('month'),
    year: coarse('year'),
    missing: { doc_count: documents.length - days.length },
    published: hoursOf(documents, 'published'),
    updated: hoursOf(documents, 'updated'),
  };
};

const timed: ReadonlySet<string> = new Set(['hour', 'minute', 'second']);

const hoursOf = (documents: readonly ShownDocument[], kind: 'published' | 'updated') => {
  const hours = documents.flatMap(({ dateKind, [kind]: time }) =>
    dateKind === kind && time !== null && timed.has(time.precision)
      ? [new Date(time.instant).toISOString().slice(0, 13)]
      : [],
  );
  return { doc_count: hours.length, bars: barsOf(hours) };
};

const barsOf = (keys: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    buckets: Array.from(counts, ([key_as_string, doc_count]) => ({ key_as_string, doc_count })).sort(
      (a, b) => (a.key_as_string < b.key_as_string ? -1 : 1),
    ),
  };
};
