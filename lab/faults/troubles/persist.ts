import { setTimeout as pause } from 'node:timers/promises';

/** Retries until it succeeds, because the server may just have been killed. @throws after a quarter of an hour */
export const persist = async (task: () => Promise<unknown>): Promise<void> => {
  for (const end = Date.now() + 900_000; ; ) {
    try {
      await task();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(300);
    }
  }
};
