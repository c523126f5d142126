import { parentPort } from 'node:worker_threads';
import { openHasher, type SavedHash } from './hasher.ts';

/** Messages to the thread, in order for each hash. */
export type HashTask =
  | { readonly kind: 'open'; readonly hash: number; readonly from: SavedHash }
  | { readonly kind: 'take'; readonly hash: number; readonly bytes: Uint8Array }
  | { readonly kind: 'save'; readonly hash: number }
  | { readonly kind: 'close'; readonly hash: number };

/** Answers to `save`, in the order of the requests. */
export interface HashAnswer {
  readonly hash: number;
  readonly saved: SavedHash;
}

const open = new Map<number, ReturnType<typeof openHasher>>();

const perform = async (task: HashTask): Promise<void> => {
  if (task.kind === 'open') {
    open.set(task.hash, openHasher(task.from));
    return;
  }
  const hasher = await open.get(task.hash);
  if (task.kind === 'take') hasher?.take(task.bytes);
  else if (task.kind === 'close') open.delete(task.hash);
  else if (hasher) {
    const answer: HashAnswer = { hash: task.hash, saved: hasher.save() };
    parentPort?.postMessage(answer);
  }
};

// Errors are not caught: they end the thread, and every export that hashes in it is notified.
let before = Promise.resolve();
parentPort?.on('message', (task: HashTask) => {
  before = before.then(() => perform(task));
});
