import type { Client } from '@elastic/elasticsearch';
import type { Enqueuer } from '../enqueue.ts';
import type { Metrics } from '../metrics.ts';
import type { StoreNames } from '../names.ts';

/** What accepting articles needs. */
export interface AcceptServices {
  readonly client: Client;
  readonly names: StoreNames;
  readonly enqueuer: Enqueuer;
  readonly metrics: Metrics;
}
