import { fullDisk } from './full-disk.ts';
import { fullQueue, fullRedis } from './full-queue.ts';
import { brokenNetwork, slowNetwork, stalledNetwork } from './network.ts';
import { overload } from './overload.ts';
import type { Trouble } from './trouble.ts';

/** What goes wrong beside the kills; to add one is to add a file and a line. */
export const troubles: readonly Trouble[] = [
  fullDisk,
  overload,
  slowNetwork,
  fullQueue,
  stalledNetwork,
  fullRedis,
  brokenNetwork,
];
