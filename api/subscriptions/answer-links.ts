import { forgetMatches } from '../../platform/alerts/matches.ts';
import { confirmationNameOf, unsubscriptionNameOf } from '../../platform/subscriptions/links.ts';
import type { SubscriptionRecord } from '../../platform/subscriptions/record.ts';
import { readSavedSearch } from '../alerts/schema.ts';
import { translatingErrors } from '../search/execute.ts';
import { compileFollowed } from './compile.ts';
import type { SubscriptionServices } from './services.ts';

/**
 * The subscription that a link of a message confirms.
 *
 * @returns null if the link is forged, has lapsed, or was replaced by a newer one
 */
export const findRequested = async (
  id: string,
  token: string,
  { subscriptions, signer, clock }: SubscriptionServices,
): Promise<SubscriptionRecord | null> => {
  const stored = isSubscriptionId(id) ? await translatingErrors(() => subscriptions.get(id)) : null;
  if (!stored || Date.parse(stored.mail.asked.until) <= clock().getTime()) return null;
  return (await signer.verify(confirmationNameOf(stored), token)) ? stored : null;
};

/** Confirms what was asked for last. May be repeated. @returns the subscription; null as above */
export const confirmRequest = async (
  id: string,
  token: string,
  services: SubscriptionServices,
): Promise<SubscriptionRecord | null> => {
  const requested = await findRequested(id, token, services);
  if (!requested) return null;
  const { nonce, language } = requested.mail.asked;
  const followed = compileFollowed(readSavedSearch(requested.query), language, services.authorities);
  const now = services.clock().toISOString();
  return translatingErrors(() =>
    services.subscriptions.change(id, (stored) =>
      stored.mail.asked.nonce === nonce ? confirmed(stored, followed, now) : stored,
    ),
  );
};

/** Only articles from now on are sent to a reader who did not follow before. */
const confirmed = (
  stored: SubscriptionRecord,
  { name, compiled }: ReturnType<typeof compileFollowed>,
  now: string,
): SubscriptionRecord => {
  const { frequency, language, locale } = stored.mail.asked;
  const isNew = stored.state !== 'confirmed';
  return {
    ...stored,
    name,
    state: 'confirmed',
    active: true,
    due: null,
    expires: null,
    ...(isNew ? { created: now, looked: now } : {}),
    value: { ...stored.value, language, compiled },
    mail: {
      ...stored.mail,
      frequency,
      language,
      locale,
      confirmed: isNew ? now : stored.mail.confirmed,
      attempts: 0,
      rests: null,
      refusals: 0,
    },
  };
};

/** Whether a link of a message may end a subscription, even one that has ended. */
export const mayUnsubscribe = async (
  id: string,
  token: string,
  { signer }: SubscriptionServices,
): Promise<boolean> => isSubscriptionId(id) && signer.verify(unsubscriptionNameOf(id), token);

/** Deletes a subscription with its address and its matches. May be repeated. */
export const unsubscribe = async (
  id: string,
  {
    subscriptions,
    elasticsearch,
    names,
  }: Pick<SubscriptionServices, 'subscriptions' | 'elasticsearch' | 'names'>,
): Promise<void> =>
  translatingErrors(async () => {
    await subscriptions.remove(id);
    await forgetMatches(elasticsearch, names.matches, id);
  });

const isSubscriptionId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id);
