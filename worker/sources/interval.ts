const hour = 3_600_000;
/** Assumed publishing interval of a source without known dates. */
const usualGapMs = hour;
const longestMs = 6 * hour;
/** A server may ask for more time than that, but not forever. */
const longestRestMs = 24 * hour;
/** How many of the newest entries are used for the publishing interval. */
const sampled = 20;

/** How often a source publishes, by its own dates. */
export interface Rhythm {
  /** When the newest entry was published, ISO instant; null if no entry has a date. */
  readonly newest: string | null;
  /** The median time between two entries, in milliseconds; null for fewer than two. */
  readonly gapMs: number | null;
}

/** @param published  ISO instants in any order; those in the future are left out */
export const rhythmOf = (published: readonly (string | null)[], now: Date): Rhythm => {
  const times = published
    .flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]))
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, sampled);
  const gaps = times.slice(1).map((time, n) => (times[n] ?? time) - time);
  const newest = times[0];
  return {
    newest: newest === undefined ? null : new Date(newest).toISOString(),
    gapMs: gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null,
  };
};

/**
 * When to poll a source again: twice as often as it publishes. One without news for long is polled less and less.
 *
 * @param restMs  how long the source or its server says that nothing will change
 * @returns milliseconds
 */
export const intervalOf = (
  { newest, gapMs }: Rhythm,
  { leastMs, restMs, now }: { readonly leastMs: number; readonly restMs: number; readonly now: Date },
): number => {
  const silenceMs = newest === null ? 0 : Math.max(0, now.getTime() - Date.parse(newest));
  const expectedMs = Math.max(gapMs ?? usualGapMs, silenceMs / 4);
  const followed = Math.min(Math.max(expectedMs / 2, leastMs), Math.max(longestMs, leastMs));
  return Math.max(followed, Math.min(restMs, longestRestMs));
};

/** After failures in a row: twice the interval, four times … */
export const backOffMs = (
  failures: number,
  { leastMs, intervalMs }: { readonly leastMs: number; readonly intervalMs: number },
): number => Math.min(Math.max(leastMs, intervalMs) * 2 ** Math.min(failures, 20), longestRestMs);
