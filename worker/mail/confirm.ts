import { hash } from 'node:crypto';
import { writeConfirmation } from '../../mail/write-letters.ts';
import type { MailOutcome } from '../../platform/mail/transport.ts';
import { readSigningSecret } from '../../platform/signing-secret.ts';
import { subscriptionLinks } from '../../platform/subscriptions/links.ts';
import type { SubscriptionRecord } from '../../platform/subscriptions/record.ts';
import { nextAttempt } from '../alerts/retries.ts';
import { sendCounted } from './send.ts';
import type { MailServices } from './services.ts';

/**
 * Sends the confirmations that are asked for, and deletes addresses that nobody confirmed.
 *
 * @returns false if the mail server takes nothing now
 */
export const sendConfirmations = async (services: MailServices): Promise<boolean> => {
  const { subscriptions, clock, closing } = services;
  await subscriptions.forgetUnconfirmed(clock());
  for (const due of await subscriptions.findDue(clock())) {
    if (closing.aborted) break;
    if ((await sendOne(due, services))?.kind === 'unreachable') return false;
  }
  return true;
};

/** @returns null if another worker or the reader was faster */
const sendOne = async (due: SubscriptionRecord, services: MailServices): Promise<MailOutcome | null> => {
  const claimed = await claim(due, services);
  if (!claimed) return null;
  const outcome = await sendCounted(await letterOf(claimed, services), due.id, services);
  if (outcome.kind === 'sent') await change(claimed, { due: null }, services);
  // An address that never worked is not kept.
  else if (outcome.kind === 'refused' && claimed.state === 'unconfirmed')
    await services.subscriptions.remove(due.id);
  else if (outcome.kind === 'refused') await change(claimed, { due: null }, services);
  return outcome;
};

/** The next attempt is stored before this one, so that a crash repeats the message instead of losing it. */
const claim = async (due: SubscriptionRecord, services: MailServices): Promise<SubscriptionRecord | null> => {
  const next = nextAttempt(due.mail.asked.attempts + 1, services)?.toISOString() ?? null;
  let mine = false;
  const claimed = await services.subscriptions.change(due.id, (now) => {
    mine = isSame(now, due);
    const asked = { ...now.mail.asked, attempts: now.mail.asked.attempts + 1 };
    return mine ? { ...now, due: next, mail: { ...now.mail, asked } } : now;
  });
  return mine ? claimed : null;
};

const isSame = (one: SubscriptionRecord, other: SubscriptionRecord): boolean =>
  one.mail.asked.nonce === other.mail.asked.nonce && one.mail.asked.attempts === other.mail.asked.attempts;

const change = async (
  claimed: SubscriptionRecord,
  edit: Pick<SubscriptionRecord, 'due'>,
  { subscriptions }: MailServices,
): Promise<void> => {
  // If it was asked for again meanwhile, the new request is to be sent too.
  await subscriptions.change(claimed.id, (now) => (isSame(now, claimed) ? { ...now, ...edit } : now));
};

const letterOf = async (subscription: SubscriptionRecord, { client, names, publicUrl }: MailServices) => {
  const { id, name, mail } = subscription;
  const secret = await readSigningSecret(client, names.state);
  const links = subscriptionLinks(subscription, secret, publicUrl);
  return {
    ...(await writeConfirmation({ name, ...links }, mail.asked)),
    to: mail.address,
    language: mail.asked.language,
    name: `confirm.${hash('sha256', `${id}\0${mail.asked.nonce}`, 'base64url').slice(0, 32)}`,
    unsubscribe: links.unsubscribe,
  };
};
