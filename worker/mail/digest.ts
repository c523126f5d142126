import { hash } from 'node:crypto';
import { linkTo } from '../../domain/public-address.ts';
import { writeDigest } from '../../mail/write-letters.ts';
import type { Letter, MailOutcome } from '../../platform/mail/transport.ts';
import { readSigningSecret } from '../../platform/signing-secret.ts';
import { subscriptionLinks } from '../../platform/subscriptions/links.ts';
import { mostRefusals, type SubscriptionRecord } from '../../platform/subscriptions/record.ts';
import { changeWaiting, listWaiting, type WaitingMatch } from '../../platform/subscriptions/waiting.ts';
import { nextAttempt } from '../alerts/retries.ts';
import { type LetterContent, readLetterContent } from './letter-articles.ts';
import { sendCounted } from './send.ts';
import type { MailServices } from './services.ts';

/**
 * Sends everything that is new for one subscription in one message. The next attempt is stored before this one: after a
 * crash between sending and recording, the message is sent again under the same Message-ID.
 *
 * @returns null if there was nothing to send
 */
export const sendDigest = async (id: string, services: MailServices): Promise<MailOutcome | null> => {
  const { client, names, subscriptions, people, clock } = services;
  const subscription = await subscriptions.get(id);
  const waiting = await listWaiting(client, names.matches, id);
  const withdraw = () => changeWaiting(client, names.matches, waiting, { state: 'withdrawn', due: null });
  const followsDelisted = subscription?.query.person?.some(people.isDelisted) ?? false;
  if (!subscription?.active || followsDelisted) {
    await withdraw();
    return null;
  }
  const { rests } = subscription.mail;
  if (rests !== null && Date.parse(rests) > clock().getTime()) {
    await changeWaiting(client, names.matches, waiting, { due: rests });
    return null;
  }
  const content = await readLetterContent(subscription, waiting, services);
  if (content.articles.length === 0) {
    await withdraw();
    return null;
  }
  const attempt = await claim(subscription, services);
  if (!attempt) return null;
  const letter = await letterOf(subscription, content, waiting, services);
  const outcome = await sendCounted(letter, id, services);
  await settle(attempt, outcome, waiting, services);
  return outcome;
};

interface Attempt {
  readonly id: string;
  /** When to try again; null after the last attempt. */
  readonly next: string | null;
}

const claim = async ({ id, mail }: SubscriptionRecord, services: MailServices): Promise<Attempt | null> => {
  const next = nextAttempt(mail.attempts + 1, services)?.toISOString() ?? null;
  let mine = false;
  await services.subscriptions.change(id, (now) => {
    mine = now.active && now.mail.attempts === mail.attempts && now.mail.sent === mail.sent;
    return mine ? { ...now, mail: { ...now.mail, attempts: mail.attempts + 1, rests: next } } : now;
  });
  return mine ? { id, next } : null;
};

const settle = async (
  { id, next }: Attempt,
  outcome: MailOutcome,
  waiting: readonly WaitingMatch[],
  services: MailServices,
): Promise<void> => {
  const { client, names, subscriptions, clock } = services;
  const record = (edit: (mail: SubscriptionRecord['mail']) => Partial<SubscriptionRecord['mail']>) =>
    subscriptions.change(id, (now) => {
      const mail = { ...now.mail, ...edit(now.mail) };
      const isOver = mail.refusals >= mostRefusals;
      return { ...now, mail, ...(isOver ? { state: 'paused' as const, active: false } : {}) };
    });
  const isLast = outcome.kind === 'later' && next === null;
  if (outcome.kind === 'sent') {
    await changeWaiting(client, names.matches, waiting, { state: 'delivered', due: null });
    await record(() => ({ sent: clock().toISOString(), attempts: 0, rests: null, refusals: 0 }));
  } else if (outcome.kind === 'refused' || isLast) {
    await changeWaiting(client, names.matches, waiting, { state: 'given-up', due: null });
    await record(({ refusals }) => ({ attempts: 0, rests: null, refusals: refusals + 1 }));
  } else if (outcome.kind === 'later') {
    await changeWaiting(client, names.matches, waiting, { due: next });
  } else {
    // The mail server is not reached: not a fault of this address, so the attempt does not count.
    const rests = (nextAttempt(1, services) ?? clock()).toISOString();
    await changeWaiting(client, names.matches, waiting, { due: rests });
    await record(({ attempts }) => ({ attempts: attempts - 1, rests }));
  }
};

const letterOf = async (
  subscription: SubscriptionRecord,
  content: LetterContent,
  [newest]: readonly WaitingMatch[],
  { client, names, publicUrl }: MailServices,
): Promise<Letter> => {
  const { id, name, mail, query } = subscription;
  const secret = await readSigningSecret(client, names.state);
  const { unsubscribe } = subscriptionLinks(subscription, secret, publicUrl);
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([parameter, values]) =>
      values.map((value): [string, string] => [parameter, value]),
    ),
  );
  search.set('sort', 'newest');
  search.set('ui-lang', mail.language);
  return {
    ...(await writeDigest({ name, ...content, search: linkTo(`/?${search}`, publicUrl), unsubscribe }, mail)),
    to: mail.address,
    language: mail.language,
    name: `digest.${hash('sha256', `${id}\0${newest?.id}\0${mail.sent}`, 'base64url').slice(0, 32)}`,
    unsubscribe,
  };
};
