import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import { createAlertStore } from '../../platform/alerts/store.ts';
import type { Config } from '../../platform/config.ts';
import type { Logger } from '../../platform/log.ts';
import { createMailer } from '../../platform/mail/transport.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { createOutgoing } from '../../platform/outgoing/post.ts';
import type { Redis } from '../../platform/redis.ts';
import { createSubscriptionStore } from '../../platform/subscriptions/store.ts';
import { sendMails } from '../mail/send-mails.ts';
import type { MailServices } from '../mail/services.ts';
import type { SourceLabels } from '../mail/source-labels.ts';
import { repeat } from '../repeat.ts';
import type { Delisted } from './delisted.ts';
import { deliverDue } from './deliver.ts';
import { matchAlerts } from './match.ts';
import type { AlertServices } from './services.ts';

export interface AlertRunner {
  readonly close: () => Promise<void>;
}

interface RunnerServices {
  readonly config: Pick<Config, 'prefix' | 'api' | 'alerts' | 'mail' | 'allowedTargets' | 'worker'>;
  readonly client: Client;
  readonly redis: Redis;
  readonly names: IndexNames;
  readonly people: Delisted;
  /** Absent: no e-mail is sent. */
  readonly labels?: SourceLabels | undefined;
  readonly clock?: () => Date;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Longest interval between two searches for due webhooks. */
const mostDeliverMs = 5000;

/**
 * Runs saved searches, their webhooks and their e-mails: jobs that BullMQ repeats, each on a separate queue where only
 * one job of all workers runs at a time. Redis contains only the schedule.
 */
export const createAlertRunner = async (given: RunnerServices): Promise<AlertRunner> => {
  const { config, client, names, people, metrics, log, clock = () => new Date() } = given;
  const { everyMs, retryMs } = config.alerts;
  const closing = new AbortController();
  const outgoing = createOutgoing(config.allowedTargets);
  const alerts = createAlertStore(client, names.alerts);
  const mail = openMail(given, closing.signal);
  const services: AlertServices = {
    client,
    names,
    alerts,
    subscriptions: mail?.subscriptions ?? null,
    outgoing,
    people,
    metrics,
    log,
    clock,
    retryMs,
    publicUrl: config.api.publicUrl,
    closing: closing.signal,
  };
  const deliverMs = Math.min(mostDeliverMs, everyMs);
  const clocks = [
    await repeat('alerts', everyMs, () => counted(services, () => matchAlerts(services)), given),
    await repeat('webhooks', deliverMs, () => deliverDue(services), given),
    ...(mail ? [await repeat('mails', deliverMs, () => sendMails(mail), given)] : []),
  ];
  return {
    close: async () => {
      closing.abort();
      for (const clock of clocks) await clock.close();
      await outgoing.close();
      await mail?.mailer.close();
    },
  };
};

const counted = async ({ metrics }: AlertServices, run: () => Promise<unknown>): Promise<void> => {
  try {
    await run();
    metrics.alertRuns.inc({ outcome: 'done' });
  } catch (error) {
    metrics.alertRuns.inc({ outcome: 'failed' });
    throw error;
  }
};

/** Null if e-mail is not configured. */
const openMail = (given: RunnerServices, closing: AbortSignal): MailServices | null => {
  const { config, client, names, labels, people, metrics, log, clock = () => new Date() } = given;
  if (!config.mail || !labels) return null;
  return {
    client,
    names,
    subscriptions: createSubscriptionStore(client, names.subscriptions),
    mailer: createMailer(config.mail),
    labels,
    people,
    metrics,
    log,
    clock,
    retryMs: config.alerts.retryMs,
    publicUrl: config.api.publicUrl,
    closing,
  };
};
