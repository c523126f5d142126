import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import type { AlertStore } from '../../platform/alerts/store.ts';
import type { Logger } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Outgoing } from '../../platform/outgoing/post.ts';
import type { SubscriptionStore } from '../../platform/subscriptions/store.ts';
import type { Delisted } from './delisted.ts';

/** What saved searches need. */
export interface AlertServices {
  readonly client: Client;
  readonly names: IndexNames;
  readonly alerts: AlertStore;
  /** Searches followed by e-mail; null if none is sent. */
  readonly subscriptions: SubscriptionStore | null;
  readonly outgoing: Outgoing;
  /** Webhooks never name delisted persons. */
  readonly people: Delisted;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly clock: () => Date;
  /** The first wait after a failed call, in milliseconds. */
  readonly retryMs: number;
  /** `https://host` for links in what is sent, or empty. */
  readonly publicUrl: string;
  /** Aborted when the worker closes: nothing new is started. */
  readonly closing: AbortSignal;
}
