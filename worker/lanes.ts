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

/** For latency: the sender of a live article waits for it. */
const createLiveLane = ({ watch: _, ...services }: LaneServices): WriteLane =>
  createWriteLane({ ...services, name: 'live', slots: 2, gatherMs: 20, maxBytes: 4_000_000 });

/** For throughput: bulk articles yield to live ones. */
const createBulkLane = ({ watch, ...services }: LaneServices): WriteLane =>
  createWriteLane({
    ...services,
    name: 'bulk',
    // Enough requests that neither side waits for the other, each large enough: 200 kB cost a third more per document.
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
