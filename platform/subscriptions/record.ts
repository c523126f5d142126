import { z } from 'zod';
import { alertRecord } from '../alerts/records.ts';

/** `immediately`: after each run that finds something, five minutes apart at least. */
export const frequencies = ['immediately', 'hourly', 'daily'] as const;
export type Frequency = (typeof frequencies)[number];

const mailSettings = z.object({
  frequency: z.enum(frequencies),
  /** Interface language of the reader. */
  language: z.string(),
  /** For dates. */
  locale: z.string(),
});
export type MailSettings = z.infer<typeof mailSettings>;

/** `paused`: its server refused several messages in a row. */
const states = ['unconfirmed', 'confirmed', 'paused'] as const;

/** A search that is followed by e-mail: a saved search that belongs to an address instead of a key. */
export const subscriptionRecord = alertRecord.extend({
  state: z.enum(states),
  /** When its confirmation is to be sent; null if none is. */
  due: z.string().nullable(),
  /** When it is deleted unless it is confirmed; null once it is. */
  expires: z.string().nullable(),
  mail: mailSettings.extend({
    address: z.string(),
    /** The last request to follow: its settings hold once it is confirmed, so that strangers cannot change them. */
    asked: mailSettings.extend({ nonce: z.string(), until: z.string(), attempts: z.number().int() }),
    confirmed: z.string().nullable(),
    /** When the last message with articles was sent. */
    sent: z.string().nullable(),
    /** Attempts to send the next one. */
    attempts: z.number().int(),
    /** It is not tried before this instant. */
    rests: z.string().nullable(),
    /** Messages refused in a row. */
    refusals: z.number().int(),
  }),
});
export type SubscriptionRecord = z.infer<typeof subscriptionRecord>;

/** How long a request can be confirmed; then its address is deleted. */
export const confirmableMs = 48 * 3_600_000;
/** So many refused messages in a row pause a subscription. */
export const mostRefusals = 3;

const periods: Readonly<Record<Frequency, number>> = {
  immediately: 0,
  hourly: 3_600_000,
  daily: 86_400_000,
};
/** A stream of new articles must not become a stream of messages. */
const leastGapMs = 300_000;

/**
 * When a match that is found now is to be mailed. Hours and days are counted from the confirmation: so a daily message
 * comes at an hour at which its reader is awake, wherever that is, and not all messages are due at once.
 */
export const nextMailAt = (
  { frequency, confirmed, sent }: Pick<SubscriptionRecord['mail'], 'frequency' | 'confirmed' | 'sent'>,
  now: Date,
): Date => {
  const period = periods[frequency];
  if (period === 0)
    return new Date(Math.max(now.getTime(), sent === null ? 0 : Date.parse(sent) + leastGapMs));
  const start = confirmed === null ? now.getTime() : Date.parse(confirmed);
  const passed = Math.floor(Math.max(0, now.getTime() - start) / period) + 1;
  return new Date(start + passed * period);
};
