import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import type { Logger } from '../../platform/log.ts';
import type { Mailer } from '../../platform/mail/transport.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { SubscriptionStore } from '../../platform/subscriptions/store.ts';
import type { Delisted } from '../alerts/delisted.ts';
import type { SourceLabels } from './source-labels.ts';

/** What e-mails need. */
export interface MailServices {
  readonly client: Client;
  readonly names: IndexNames;
  readonly subscriptions: SubscriptionStore;
  readonly mailer: Mailer;
  readonly labels: SourceLabels;
  readonly people: Delisted;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly clock: () => Date;
  /** The first wait after a message that could not be sent, in milliseconds. */
  readonly retryMs: number;
  readonly publicUrl: string;
  readonly closing: AbortSignal;
}
