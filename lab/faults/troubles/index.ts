import { fullDisk } from './full-disk.ts';
import { fullQueue, fullRedis } from './full-queue.ts';
import { brokenNetwork, slowNetwork, stalledNetwork } from './network.ts';
import { overload } from './overload.ts';
import type { Trouble } from './trouble.ts';

/** Faults other than kills. To add one: add a file, add a line. */
export const troubles: readonly Trouble[] = [
  fullDisk,
  overload,
  slowNetwork,
  fullQueue,
  stalledNetwork,
  fullRedis,
  brokenNetwork,
];
