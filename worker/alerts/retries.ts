/** Backoff: waits before each attempt, as multiples of the first: 15 s, 1, 5 and 30 min, 2, 5, 10, 14, 24 h. */
const pauses = [1, 4, 20, 120, 480, 1200, 2400, 3360, 5760];
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

/** When to try again after the nth attempt. @returns null if it was the last */
export const nextAttempt = (
  attempt: number,
  { clock, retryMs }: { readonly clock: () => Date; readonly retryMs: number },
): Date | null => {
  const pause = pauseAfter(attempt, retryMs);
  return pause === null ? null : new Date(clock().getTime() + pause);
};
