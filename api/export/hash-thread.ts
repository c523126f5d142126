import { parentPort, workerData } from 'node:worker_threads';
import { openHasher, type SavedHash } from './hasher.ts';

/** Bytes to take, or null to say where the hash stands. */
export interface HashTask {
  readonly bytes: Uint8Array | null;
}

const from: SavedHash = workerData;
const hasher = await openHasher(from);
parentPort?.on('message', ({ bytes }: HashTask) => {
  if (bytes) hasher.take(bytes);
  else parentPort?.postMessage(hasher.save());
});
