import { StoreUnavailable } from '../../domain/errors.ts';
import { countPending } from '../../platform/articles/pending.ts';
import { pause } from '../../platform/pause.ts';
import type { CommandStore } from '../open-store.ts';
import type { Source } from './source.ts';
import type { Tally } from './tally.ts';

type Store = Pick<CommandStore, 'client' | 'names'>;

export interface WaitOptions {
  /** How many articles may wait for the workers. */
  readonly maxWaiting: number;
  readonly onProgress: (tally: Tally, source: Source | null) => void;
  readonly stopped: AbortSignal;
}

export interface Room {
  /** Resolves when this many more articles may wait, or the import is stopped. */
  readonly take: (articles: number) => Promise<void>;
}

/**
 * Keeps the number of waiting articles below the limit.
 * Counts again only if the last count plus the articles added since exceed it.
 */
export const createRoom = (store: Store, tally: Tally, options: WaitOptions): Room => {
  let free = 0;
  return {
    take: async (articles) => {
      if (free < articles)
        free =
          options.maxWaiting - (await untilWaiting(store, options.maxWaiting - articles, tally, options));
      free -= articles;
    },
  };
};

/** How long the store may be unavailable. */
const patienceMs = 10 * 60_000;

/**
 * Waits until at most this many articles are on their way to the index.
 *
 * @param until  counts only articles accepted up to this instant, because with constant news some always wait
 * @returns how many still are
 * @throws {StoreUnavailable} after ten minutes without an answer
 */
export const untilWaiting = async (
  { client, names }: Store,
  most: number,
  tally: Tally,
  { onProgress, stopped }: Omit<WaitOptions, 'maxWaiting'>,
  until: string | null = null,
): Promise<number> => {
  let answered = Date.now();
  while (!stopped.aborted) {
    try {
      tally.waiting = await countPending({ client, names }, until);
      answered = Date.now();
      if (tally.waiting <= most) return tally.waiting;
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || Date.now() - answered > patienceMs) throw error;
    }
    onProgress(tally, null);
    await pause(250);
  }
  return most;
};
