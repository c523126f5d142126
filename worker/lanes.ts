import type { Client } from '@elastic/elasticsearch';
import type { Metrics } from '../platform/metrics.ts';
import { createWriteLane, type WriteLane } from './index/lane.ts';
import type { WriteTargets } from './index/targets.ts';
import type { QueueWatch } from './watch-queues.ts';

interface LaneServices {
  readonly client: Client;
  readonly targets: WriteTargets;
  readonly metrics: Metrics;
  readonly watch: QueueWatch;
}

/** Soon: whoever sent a live article waits for it. */
const createLiveLane = ({ watch: _, ...services }: LaneServices): WriteLane =>
  createWriteLane({ ...services, name: 'live', slots: 2, gatherMs: 20, maxBytes: 4_000_000 });

/** Much: what comes in bulk gives way to what is live. */
const createBulkLane = ({ watch, ...services }: LaneServices): WriteLane =>
  createWriteLane({
    ...services,
    name: 'bulk',
    // Enough at once that neither side waits for the other, each large enough: 200 kB cost a third more a document.
    slots: 4,
    gatherMs: 200,
    maxBytes: 1_500_000,
    modest: { holds: watch.isLive, slots: 1, maxBytes: 750_000 },
    giveWay: watch.giveWay,
  });

export const createWriteLanes = (services: LaneServices) => ({
  live: createLiveLane(services),
  bulk: createBulkLane(services),
});
