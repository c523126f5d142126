import type { DateCandidate } from './candidate.ts';

/**
 * Brings statements that speak of the same moment in different ways together before they are weighed: an hour
 * of UTC with the local day that the page prints, and a printed day with the change that structured data says
 * it is.
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
/** UTC hours at which the day before still runs in the Americas, and at which the next has begun in the Far East. */
const lastWesternHour = 9;
const firstEasternHour = 10;

/** A day stated in UTC is that of the page's clocks where two kinds of sources on it state the neighbouring day. */
const inLocalDay = (candidate: DateCandidate, all: readonly DateCandidate[]): DateCandidate => {
  const { source, time, kind } = candidate;
  if (source !== 'statement' || time.precision === 'day' || !inUtc.test(time.printed)) return candidate;
  const hour = new Date(time.instant).getUTCHours();
  const day = hour <= lastWesternHour ? neighbour(time.day, -1) : neighbour(time.day, 1);
  if (hour > lastWesternHour && hour < firstEasternHour) return candidate;
  const local = all.filter((other) => other.kind === kind && isLocal(other) && other.time.day === day);
  if (new Set(local.map((other) => other.source)).size < 2) return candidate;
  return { ...candidate, time: { ...time, day } };
};

const isLocal = ({ source, trust }: DateCandidate): boolean =>
  source === 'url' || ((source === 'label' || source === 'line') && trust > 3);

const neighbour = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
