import type { Mailer } from '../../platform/mail/transport.ts';
import type { SubscriptionStore } from '../../platform/subscriptions/store.ts';
import type { AlertServices } from '../alerts/services.ts';
import type { SourceLabels } from './source-labels.ts';

/** What e-mails need. `retryMs` is the first wait after a message that could not be sent. */
export interface MailServices
  extends Pick<
    AlertServices,
    'client' | 'names' | 'people' | 'metrics' | 'log' | 'clock' | 'retryMs' | 'publicUrl' | 'closing'
  > {
  readonly subscriptions: SubscriptionStore;
  readonly mailer: Mailer;
  readonly labels: SourceLabels;
}
