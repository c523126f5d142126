import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HashAnswer, HashTask } from './hash-thread.ts';
import type { RunningHash, SavedHash } from './hasher.ts';

/** Opens hashes that run in another thread. */
export interface HashThreads {
  readonly open: (from: SavedHash) => RunningHash;
}

/** Starting a thread costs as much as hashing thirty megabytes. */
const IDLE_MS = 60_000;

/** One thread for all exports of a process, started on first use, ended some time after the last export. */
export const createHashThreads = (): HashThreads => {
  let running: HashThread | null = null;
  let hashes = 0;
  let last: NodeJS.Timeout | undefined;
  const end = (): void => {
    if (running?.count() !== 0) return;
    void running.end();
    running = null;
  };
  return {
    open: (from) => {
      clearTimeout(last);
      if (!running?.isAlive()) running = startThread();
      hashes += 1;
      const hash = running.open(hashes, from);
      return {
        ...hash,
        close: async () => {
          await hash.close();
          clearTimeout(last);
          last = setTimeout(end, IDLE_MS).unref();
        },
      };
    },
  };
};

interface HashThread {
  readonly open: (hash: number, from: SavedHash) => RunningHash;
  readonly count: () => number;
  readonly isAlive: () => boolean;
  readonly end: () => Promise<unknown>;
}

const startThread = (): HashThread => {
  const worker = new Worker(join(import.meta.dirname, 'hash-thread.ts'));
  // The thread does not keep the process alive.
  worker.unref();
  let alive = true;
  const open = new Map<number, ((saved: SavedHash) => void)[]>();
  const ended = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that hashes has ended')));
  });
  ended.catch(() => {
    alive = false;
  });
  worker.on('message', ({ hash, saved }: HashAnswer) => open.get(hash)?.shift()?.(saved));
  const send = (task: HashTask): void => worker.postMessage(task);
  return {
    isAlive: () => alive,
    count: () => open.size,
    end: () => worker.terminate(),
    open: (hash, from) => {
      const asked: ((saved: SavedHash) => void)[] = [];
      open.set(hash, asked);
      send({ kind: 'open', hash, from });
      return {
        take: (bytes) => {
          const isShared = bytes.buffer instanceof SharedArrayBuffer;
          send({ kind: 'take', hash, bytes: isShared ? bytes : new Uint8Array(bytes) });
        },
        save: () => {
          const saved = new Promise<SavedHash>((resolve) => asked.push(resolve));
          send({ kind: 'save', hash });
          return Promise.race([saved, ended]);
        },
        close: async () => {
          open.delete(hash);
          send({ kind: 'close', hash });
        },
      };
    },
  };
};
