import type { Letter, MailOutcome } from '../../platform/mail/transport.ts';
import type { MailServices } from './services.ts';

/** Sends a message and counts it. The log names the subscription, never the address. */
export const sendCounted = async (
  letter: Letter,
  subscription: string,
  { mailer, metrics, log }: Pick<MailServices, 'mailer' | 'metrics' | 'log'>,
): Promise<MailOutcome> => {
  const outcome = await mailer.send(letter);
  metrics.mails.inc({ outcome: outcome.kind });
  if (outcome.kind !== 'sent')
    log.warn({ subscription, outcome: outcome.kind, reason: outcome.reason }, 'a message was not sent');
  return outcome;
};
