import { SearchUnavailable } from '../../domain/errors.ts';

/** Limits how many searches run in Elasticsearch at once; the others wait here, where their order can be kept (ADR 15). */
export interface ConcurrencyLimit {
  /**
   * Runs a search as soon as the limit allows it, first come, first served. A follow-up request (`again`) of an
   * admitted search goes before new searches; otherwise its reader would wait in the queue twice.
   *
   * @throws {SearchUnavailable} if too many searches wait, or this one waited longer than a reader would
   */
  readonly run: <T>(work: () => Promise<T>, options?: { readonly again?: boolean }) => Promise<T>;
  /** Sets how many run at once from now on; at least one. */
  readonly resize: (limit: number) => void;
}

const MOST_WAITING = 1000;
const PATIENCE_MS = 15_000;

export const createConcurrencyLimit = (initialLimit: number): ConcurrencyLimit => {
  let limit = initialLimit;
  let running = 0;
  const first: (() => void)[] = [];
  const again: (() => void)[] = [];
  const admit = (): void => {
    while (running < limit) {
      const start = again.shift() ?? first.shift();
      if (!start) return;
      running += 1;
      start();
    }
  };
  const admission = (queue: (() => void)[]): Promise<void> =>
    new Promise((resolve) => {
      queue.push(resolve);
      admit();
    });
  return {
    run: async (work, options = {}) => {
      if (first.length >= MOST_WAITING) throw new SearchUnavailable('too many searches are waiting');
      const since = performance.now();
      await admission(options.again ? again : first);
      try {
        if (performance.now() - since > PATIENCE_MS)
          throw new SearchUnavailable('the search waited too long to start');
        return await work();
      } finally {
        running -= 1;
        admit();
      }
    },
    resize: (newLimit) => {
      limit = Math.max(1, newLimit);
      admit();
    },
  };
};
