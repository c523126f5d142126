import { SearchUnavailable } from '../../domain/errors.ts';

/** Lets so many searches into Elasticsearch at a time; the others wait here, where order can be kept. */
export interface Turns {
  /**
   * Runs when its turn comes: first come, first served, but the second question of a search goes before the first of
   * another, or its reader would wait twice in the same line.
   *
   * @throws {SearchUnavailable} where too many wait, or the turn comes too late for a reader to be there still
   */
  readonly take: <T>(run: () => Promise<T>, options?: { readonly again?: boolean }) => Promise<T>;
  /** How many run at a time from now on; at least one. */
  readonly allow: (atATime: number) => void;
}

const MOST_WAITING = 1000;
const PATIENCE_MS = 15_000;

export const createTurns = (atATime: number): Turns => {
  let most = atATime;
  let running = 0;
  const first: (() => void)[] = [];
  const again: (() => void)[] = [];
  const admit = (): void => {
    while (running < most) {
      const start = again.shift() ?? first.shift();
      if (!start) return;
      running += 1;
      start();
    }
  };
  const turn = (line: (() => void)[]): Promise<void> =>
    new Promise((resolve) => {
      line.push(resolve);
      admit();
    });
  return {
    take: async (run, options = {}) => {
      if (first.length >= MOST_WAITING) throw new SearchUnavailable('too many searches are waiting');
      const since = performance.now();
      await turn(options.again ? again : first);
      try {
        if (performance.now() - since > PATIENCE_MS)
          throw new SearchUnavailable('the search waited too long for its turn');
        return await run();
      } finally {
        running -= 1;
        admit();
      }
    },
    allow: (atATime) => {
      most = Math.max(1, atATime);
      admit();
    },
  };
};
