import type { HashThreads } from './hash-threads.ts';
import { openHasher, type RunningHash, type SavedHash } from './hasher.ts';

/** From this length on another thread is worth it: a third of the work of an export is hashing. */
const THREAD_BYTES = 4_000_000;

/** SHA-256 that can be saved and continued, which Node's own cannot. */
export const openHash = async (
  from: Pick<SavedHash, 'bytes' | 'hash'> | null,
  threads: HashThreads,
): Promise<RunningHash> => {
  const here = await openHasher(from);
  let thread: RunningHash | null = null;
  let taken = 0;
  return {
    take: (bytes) => {
      taken += bytes.length;
      if (!thread && taken > THREAD_BYTES) thread = threads.open(here.save());
      (thread ?? here).take(bytes);
    },
    save: async () => (thread ?? here).save(),
    close: async () => thread?.close(),
  };
};
