import { createHmac } from 'node:crypto';

/** Prefix of secrets for receivers. */
export const printSecret = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString('base64')}`;

/**
 * Headers with the id, time and signature of a call.
 *
 * @param at  Unix seconds; a receiver rejects calls older than five minutes, which prevents replays
 * @see Standard Webhooks 1.0: HMAC-SHA256 over `<id>.<timestamp>.<body>`
 */
export const signatureHeaders = (
  secret: Uint8Array,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
): Readonly<Record<string, string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(at),
  'webhook-signature': `v1,${createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64')}`,
});
