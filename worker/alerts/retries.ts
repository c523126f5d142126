/** Backoff: waits before each attempt, as multiples of the first: 15 s, 1, 5 and 30 min, 2, 5, 10, 14, 24 h. */
const pauses = [1, 4, 20, 120, 480, 1200, 2400, 3360, 5760];
/** A receiver may ask for more time, but not forever. */
const longestAskedMs = 86_400_000;

export const mostAttempts = pauses.length + 1;

/**
 * When to try again after the nth attempt, a tenth more or less, so that receivers are not called all at once.
 *
 * @param attempt  from 1
 * @returns milliseconds; null if it was the last
 */
export const pauseAfter = (
  attempt: number,
  firstMs: number,
  chance: () => number = Math.random,
): number | null => {
  const pause = pauses[attempt - 1];
  return pause === undefined ? null : Math.round(pause * firstMs * (0.9 + 0.2 * chance()));
};

/** How long a receiver asks to wait, in milliseconds (`Retry-After`, RFC 9110); 0 if it does not. */
export const readRetryAfter = (written: string | null, now: Date): number => {
  if (written === null) return 0;
  const ms = /^\d{1,9}$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now.getTime();
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), longestAskedMs);
};
