import { setTimeout as pause } from 'node:timers/promises';
import { jobIdOf, maxWaitingBulkJobs } from '../../../platform/queues.ts';
import { draw } from '../random.ts';
import { persist } from './persist.ts';
import type { Trouble } from './trouble.ts';

/** More jobs than allowed wait, all of them for finished work, so that newly accepted work finds no room. */
export const fullQueue: Trouble = {
  name: 'full queue',
  strike: async ({ installation, queues, ledger, random }) => {
    const ids = [...ledger.expected.keys()];
    if (ids.length === 0) return;
    const frozen = installation.processes.worker.freeze(1000 + 3000 * random());
    const jobs = Array.from({ length: maxWaitingBulkJobs + 1 }, (_, n) => {
      const items = [{ id: draw(ids, random), revision: 1, bytes: 100 }];
      return {
        name: 'index' as const,
        data: { items, batch: false, replay: n % 2 === 0, trace: null },
        opts: { jobId: jobIdOf(items, `full-${random()}`) },
      };
    });
    await persist(() => queues.bulk.addBulk(jobs));
    await frozen;
  },
};

/** Redis has no memory left and refuses every write. */
export const fullRedis: Trouble = {
  name: 'full redis',
  strike: async ({ redis, random }) => {
    await persist(() => redis.config('SET', 'maxmemory', '1'));
    await pause(1000 + 3000 * random());
    await persist(() => redis.config('SET', 'maxmemory', '0'));
  },
};
