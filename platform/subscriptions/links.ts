import { linkTo } from '../../domain/public-address.ts';
import { signWith } from '../signing-secret.ts';
import type { SubscriptionRecord } from './record.ts';

/** The signature of this text confirms a request; it lapses with the request. */
export const confirmationNameOf = ({ id, mail }: Pick<SubscriptionRecord, 'id' | 'mail'>): string =>
  `confirm subscription ${id}.${mail.asked.nonce}`;

/** The signature of this text unsubscribes, with every message ever sent. */
export const unsubscriptionNameOf = (id: string): string => `end subscription ${id}`;

export interface SubscriptionLinks {
  readonly confirm: string;
  readonly unsubscribe: string;
}

/** @param secret of the installation @param origin its public address */
export const subscriptionLinks = (
  subscription: Pick<SubscriptionRecord, 'id' | 'mail'>,
  secret: string,
  origin: string,
): SubscriptionLinks => {
  const link = (action: string, name: string): string =>
    linkTo(
      `/subscriptions/${subscription.id}/${action}?${new URLSearchParams({
        token: signWith(secret, name),
        'ui-lang': subscription.mail.asked.language,
      })}`,
      origin,
    );
  return {
    confirm: link('confirm', confirmationNameOf(subscription)),
    unsubscribe: link('unsubscribe', unsubscriptionNameOf(subscription.id)),
  };
};
