import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HashTask } from './hash-thread.ts';
import { openHasher, type SavedHash } from './hasher.ts';

/** A hash of everything that went by, in order, and how much it was. */
export interface RunningHash {
  /** The bytes may be used again afterwards. */
  readonly take: (bytes: Uint8Array) => void;
  /** Of everything taken until now. */
  readonly save: () => Promise<SavedHash>;
  readonly close: () => Promise<void>;
}

/** What is longer is worth a thread of its own: a third of the work of an export is hashing. */
const THREAD_BYTES = 4_000_000;

/** SHA-256 that can be saved and gone on with, which Node's own cannot. */
export const openHash = async (from: Pick<SavedHash, 'bytes' | 'hash'> | null): Promise<RunningHash> => {
  const here = await openHasher(from);
  let thread: RunningHash | null = null;
  let taken = 0;
  return {
    take: (bytes) => {
      taken += bytes.length;
      if (!thread && taken > THREAD_BYTES) thread = startThread(here.save());
      (thread ?? here).take(bytes);
    },
    save: async () => (thread ?? here).save(),
    close: async () => thread?.close(),
  };
};

/** The same in a thread, from where a hash stands. */
const startThread = (from: SavedHash): RunningHash => {
  const worker = new Worker(join(import.meta.dirname, 'hash-thread.ts'), { workerData: from });
  const ended = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that hashes has ended')));
  });
  ended.catch(() => {});
  const send = (task: HashTask, moved: readonly ArrayBuffer[] = []): void =>
    worker.postMessage(task, [...moved]);
  return {
    take: (bytes) => {
      const copy = new Uint8Array(bytes);
      send({ bytes: copy }, [copy.buffer]);
    },
    save: () => {
      const saved = new Promise<SavedHash>((resolve) => worker.once('message', resolve));
      send({ bytes: null });
      return Promise.race([saved, ended]);
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
