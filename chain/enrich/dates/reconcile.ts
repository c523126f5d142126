import type { DateCandidate } from './candidate.ts';

/**
 * Unites different statements of the same instant before they are weighed: a time in
 * UTC with the local day that the page prints, and a printed day with the day of change in structured
 * data.
 */
export const reconcile = (candidates: readonly DateCandidate[]): readonly DateCandidate[] =>
  withChangesTold(candidates).map((candidate) => inLocalDay(candidate, candidates));

/** A bare day on the page is the day of the change if structured data has both days and the page repeats the later one. */
const withChangesTold = (candidates: readonly DateCandidate[]): readonly DateCandidate[] => {
  const stated = candidates.filter(({ source }) => source === 'statement');
  const published = new Set(stated.filter(({ kind }) => kind === 'published').map(({ time }) => time.day));
  const first = [...published].sort()[0];
  if (first === undefined) return candidates;
  const changed = new Set(
    stated
      .filter(({ kind, time }) => kind === 'updated' && time.day > first && !published.has(time.day))
      .map(({ time }) => time.day),
  );
  return candidates.map((candidate) =>
    isBare(candidate) && changed.has(candidate.time.day) ? { ...candidate, kind: 'updated' } : candidate,
  );
};

const isBare = ({ kind, source }: DateCandidate): boolean =>
  kind === 'published' && (source === 'line' || source === 'time' || source === 'text');

const inUtc = /(?:Z|[+-]00:?00|GMT|UTC)$/i;
/** UTC hours at which it is still the day before in the Americas, and already the next day in East Asia. */
const lastWesternHour = 9;
const firstEasternHour = 10;

/**
 * A day stated in UTC is replaced by the local day if the page prints the same instant on the neighbouring day, or
 * if two kinds of sources on the page state that day.
 */
const inLocalDay = (candidate: DateCandidate, all: readonly DateCandidate[]): DateCandidate => {
  const { source, time, kind } = candidate;
  if ((source !== 'statement' && source !== 'time') || time.precision === 'day') return candidate;
  if (time.zone !== 'assumed-utc' && !inUtc.test(time.printed)) return candidate;
  const printed = all.find((other) => other.kind === kind && isSameMoment(candidate, other));
  if (printed) return { ...candidate, time: { ...time, day: printed.time.day } };
  if (source === 'time' || !inUtc.test(time.printed)) return candidate;
  const hour = new Date(time.instant).getUTCHours();
  const day = hour <= lastWesternHour ? neighbour(time.day, -1) : neighbour(time.day, 1);
  if (hour > lastWesternHour && hour < firstEasternHour) return candidate;
  const local = all.filter((other) => other.kind === kind && isLocal(other) && other.time.day === day);
  if (new Set(local.map((other) => other.source)).size < 2) return candidate;
  return { ...candidate, time: { ...time, day } };
};

const MINUTE = 60_000;
/** Offsets of time zones are multiples of this. */
const QUARTER = 15 * MINUTE;
const farthestZone = 14 * 60 * MINUTE;

/** The page prints the same instant on a neighbouring day or, without a time zone, the same minute of an hour. */
const isSameMoment = ({ time }: DateCandidate, other: DateCandidate): boolean => {
  const isPrinted = other.source === 'label' || other.source === 'line';
  const hasClock = other.time.precision === 'minute' || other.time.precision === 'second';
  if (!isPrinted || !hasClock || other.trust <= 3) return false;
  if (other.time.day !== neighbour(time.day, -1) && other.time.day !== neighbour(time.day, 1)) return false;
  const minute = (instant: string): number => Math.floor(Date.parse(instant) / MINUTE) * MINUTE;
  const apart = Math.abs(minute(time.instant) - minute(other.time.instant));
  return apart === 0 || (other.time.zone === 'assumed-utc' && apart % QUARTER === 0 && apart <= farthestZone);
};

const isLocal = ({ source, trust }: DateCandidate): boolean =>
  source === 'url' || ((source === 'label' || source === 'line') && trust > 3);

const neighbour = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
