import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { countedMailboxOf, readEmailAddress } from '../../domain/email-address.ts';
import { InvalidParameters, NotFound, TooMany } from '../../domain/errors.ts';
import { deriveSecret, readSigningSecret } from '../../platform/signing-secret.ts';
import {
  confirmableMs,
  type MailSettings,
  type SubscriptionRecord,
} from '../../platform/subscriptions/record.ts';
import { readSavedSearch } from '../alerts/schema.ts';
import type { WrittenParameters } from '../params/read.ts';
import { translatingErrors } from '../search/execute.ts';
import { compileFollowed } from './compile.ts';
import { admitMailbox, admitRequest } from './limits.ts';
import type { SubscriptionServices } from './services.ts';

export interface FollowRequest extends MailSettings {
  readonly address: string;
  readonly query: WrittenParameters;
}

const mostOfMailbox = 20;
/** Confirmed ones: requests of strangers must not use them up, and are limited by the hour. */
const mostInAll = 10_000;
/** Waiting does not help against too many subscriptions. */
const retryAfter = 3600;
/** An answer takes at least this long, whatever is known about the address. */
const leastMs = 250;

/** Whether this installation sends e-mail. */
export const sendsMail = ({ config }: Pick<SubscriptionServices, 'config'>): boolean => config.mail !== null;

/**
 * Asks an address to confirm that it follows a search. What comes back, and after how long, tells nothing about the
 * address: not whether it follows something, nor whether it has reached a limit of its own.
 *
 * @param client  address of the caller
 * @returns the search in words
 * @throws {NotFound} if this installation sends no e-mail
 * @throws {InvalidParameters} {InvalidQuery} {TooMany} {StoreUnavailable}
 */
export const requestToFollow = async (
  asked: FollowRequest,
  client: string,
  services: SubscriptionServices,
): Promise<string> => {
  if (!sendsMail(services))
    throw new NotFound('this installation sends no e-mail: no mail server is configured');
  const address = readEmailAddress(asked.address);
  if (address === null)
    throw new InvalidParameters([{ parameter: 'address', detail: 'must be an e-mail address' }]);
  // Before the query is read, which takes longer than to refuse it.
  await admitRequest(client, services);
  const followed = compileFollowed(readSavedSearch(asked.query), asked.language, services.authorities);
  const [description] = await Promise.all([
    translatingErrors(() => keepRequest({ ...asked, address }, followed, services)),
    pause(leastMs),
  ]);
  return description;
};

const keepRequest = async (
  asked: FollowRequest,
  followed: ReturnType<typeof compileFollowed>,
  services: SubscriptionServices,
): Promise<string> => {
  const { subscriptions, elasticsearch, names, clock } = services;
  const secret = await readSigningSecret(elasticsearch, names.state);
  const key = deriveSecret(secret, `mailbox ${countedMailboxOf(asked.address)}`)
    .toString('hex')
    .slice(0, 32);
  const id = idOf(asked, secret);
  const [own, states] = await Promise.all([subscriptions.count(key), subscriptions.countByState()]);
  const all = [...states].reduce((sum, [state, count]) => (state === 'unconfirmed' ? sum : sum + count), 0);
  if (all >= mostInAll) throw new TooMany(`there are ${all} subscriptions: ask the operator`, retryAfter);
  const isKnown = (await subscriptions.get(id)) !== null;
  if ((isKnown || own < mostOfMailbox) && (await admitMailbox(key, services))) {
    const now = clock();
    await subscriptions.save(id, (stored) => withRequest(stored, { id, key, asked, followed }, now));
  }
  return followed.name;
};

/** The same search of the same address is one subscription, however often it is asked for. */
const idOf = ({ address, query }: FollowRequest, secret: string): string => {
  const parameters = Object.entries(query)
    .map(([name, values]) => [name, [...values].sort()])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const name = `subscription ${address.toLowerCase()} ${JSON.stringify(parameters)}`;
  return deriveSecret(secret, name).toString('hex').slice(0, 24);
};

interface Requested {
  readonly id: string;
  readonly key: string;
  readonly asked: FollowRequest;
  readonly followed: ReturnType<typeof compileFollowed>;
}

/** A stranger's request changes nothing of a subscription but what its owner may confirm. */
const withRequest = (
  stored: SubscriptionRecord | null,
  { id, key, asked: { address, query, frequency, language, locale }, followed }: Requested,
  now: Date,
): SubscriptionRecord => {
  const due = now.toISOString();
  const until = new Date(now.getTime() + confirmableMs).toISOString();
  const settings = { frequency, language, locale };
  const asked = { ...settings, nonce: randomBytes(16).toString('base64url'), until, attempts: 0 };
  if (stored && stored.state !== 'unconfirmed') return { ...stored, due, mail: { ...stored.mail, asked } };
  return {
    id,
    key,
    name: followed.name,
    created: due,
    looked: due,
    active: false,
    state: 'unconfirmed',
    due,
    expires: until,
    query: Object.fromEntries(Object.entries(query).map(([name, values]) => [name, [...values]])),
    value: { language, webhook: null, feed: 0, compiled: followed.compiled },
    mail: {
      ...settings,
      address,
      asked,
      confirmed: null,
      sent: null,
      attempts: 0,
      rests: null,
      refusals: 0,
    },
  };
};
