/** Exponential backoff: how long to wait after so many failed attempts, from 1. */
export const backoffMs = (failed: number, firstMs: number, mostMs: number): number =>
  Math.min(firstMs * 2 ** (failed - 1), mostMs);

/** Resolves after a time, or at once when the signal is aborted; never rejects. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
