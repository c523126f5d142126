import { countWaiting, findDue } from '../../platform/alerts/matches.ts';
import { putOffUnread } from '../../platform/alerts/put-off.ts';
import type { MailOutcome } from '../../platform/mail/transport.ts';
import { changeWaiting, listWaiting } from '../../platform/subscriptions/waiting.ts';
import { sendConfirmations } from './confirm.ts';
import { sendDigest } from './digest.ts';
import type { MailServices } from './services.ts';

/** How long matches are put off if they, or their subscription, cannot be read. */
const offMs = 600_000;

/** Sends all messages that are due. @returns how many messages with articles were sent */
export const sendMails = async (services: MailServices): Promise<number> => {
  const { client, names, subscriptions, metrics } = services;
  const sent = (await sendConfirmations(services)) ? await sendDigests(services) : 0;
  metrics.mailsWaiting.set(await countWaiting(client, names.matches, 'to-mail'));
  const counts = await subscriptions.countByState();
  for (const state of ['unconfirmed', 'confirmed', 'paused'])
    metrics.subscriptions.set({ state }, counts.get(state) ?? 0);
  return sent;
};

const sendDigests = async (services: MailServices): Promise<number> => {
  const { client, names, clock, closing } = services;
  let sent = 0;
  for (;;) {
    await client.indices.refresh({ index: names.matches });
    const { due, unreadable } = await findDue(client, names.matches, clock(), 'to-mail');
    await putOffUnread(client, names.matches, unreadable, new Date(clock().getTime() + offMs));
    const before = sent;
    for (const own of due) {
      if (closing.aborted) return sent;
      const outcome = await sendApart(own[0]?.match.alert ?? '', services);
      if (outcome === 'unreachable') return sent;
      if (outcome === 'sent') sent += 1;
    }
    // More is due at once only after messages were sent; the next round comes soon.
    if (sent === before) return sent;
  }
};

/** An error in one subscription puts off its own matches, not those of others. */
const sendApart = async (id: string, services: MailServices): Promise<MailOutcome['kind'] | undefined> => {
  const { client, names, clock, log } = services;
  try {
    return (await sendDigest(id, services))?.kind;
  } catch (error) {
    log.warn({ err: error, subscription: id }, 'a message could not be made; trying again');
    const due = new Date(clock().getTime() + offMs).toISOString();
    await changeWaiting(client, names.matches, await listWaiting(client, names.matches, id), { due });
    return undefined;
  }
};
