import { changeMatch } from '../../platform/alerts/matches.ts';
import type { AlertRecord, MatchRecord } from '../../platform/alerts/records.ts';
import type { StoredMatch } from '../../platform/alerts/stored-match.ts';
import { signatureHeaders } from '../../platform/alerts/webhook-signature.ts';
import { readRetryAfter } from '../../platform/outgoing/answer-headers.ts';
import { type CallOutcome, longestCallMs } from '../../platform/outgoing/post.ts';
import { buildPayload, type MatchedArticle } from './payload.ts';
import { mostAttempts, nextAttempt } from './retries.ts';
import type { AlertServices } from './services.ts';

export interface Call {
  readonly alert: AlertRecord;
  readonly url: string;
  readonly article: MatchedArticle;
  readonly secret: Uint8Array;
}

/** The outcome of a delivery. */
export type Delivery =
  | { readonly kind: 'taken' }
  /** Another worker has claimed it. */
  | { readonly kind: 'elsewhere' }
  /** `askedMs`: for how long the receiver asks to be left alone; 0 if it does not. */
  | { readonly kind: 'failed'; readonly askedMs: number };

/**
 * Calls an alert's webhook with one match. Its next attempt is stored before the call, so that after a crash
 * between call and record it is made again, under the same delivery id.
 */
export const deliverOne = async (
  stored: StoredMatch,
  call: Call,
  services: AlertServices,
): Promise<Delivery> => {
  const { client, names, metrics, clock } = services;
  const attempts = stored.match.attempts + 1;
  const next = nextAttempt(attempts, services) ?? new Date(clock().getTime() + 2 * longestCallMs);
  const claimed = await changeMatch(client, names.matches, {
    ...stored,
    match: { ...stored.match, attempts, due: next.toISOString() },
  });
  if (!claimed) return { kind: 'elsewhere' };
  const outcome = await send(stored, call, services);
  const now = clock();
  const askedMs = outcome.kind === 'answered' ? readRetryAfter(outcome.retryAfter, now) : 0;
  const settled = judge(claimed.match, outcome, now, askedMs);
  metrics.webhooks.inc({ outcome: settled.state === 'waiting' ? 'failed' : settled.state });
  await changeMatch(client, names.matches, { ...claimed, match: settled });
  return settled.state === 'delivered' ? { kind: 'taken' } : { kind: 'failed', askedMs };
};

const send = async (
  stored: StoredMatch,
  { alert, url, article, secret }: Call,
  { outgoing, people, metrics, clock, publicUrl }: AlertServices,
): Promise<CallOutcome> => {
  const body = buildPayload(stored, alert, article, { people, publicUrl });
  const started = performance.now();
  const at = Math.floor(clock().getTime() / 1000);
  const outcome = await outgoing.post(
    url,
    {
      'content-type': 'application/json',
      'user-agent': 'Dateline-Webhook/1',
      ...signatureHeaders(secret, { id: stored.id, at, body }),
    },
    body,
  );
  metrics.webhookSeconds.observe((performance.now() - started) / 1000);
  return outcome;
};

/** The match after a call. `claimed` already contains the next attempt. */
const judge = (claimed: MatchRecord, outcome: CallOutcome, now: Date, askedMs: number): MatchRecord => {
  const status = outcome.kind === 'answered' ? outcome.status : null;
  const answer = { at: now.toISOString(), status, reason: reasonOf(outcome) };
  if (status !== null && status >= 200 && status < 300)
    return { ...claimed, state: 'delivered', due: null, answer };
  // 410: the receiver wants no further calls.
  if (claimed.attempts >= mostAttempts || status === 410)
    return { ...claimed, state: 'given-up', due: null, answer };
  const due = Math.max(Date.parse(claimed.due ?? answer.at), now.getTime() + askedMs);
  return { ...claimed, due: new Date(due).toISOString(), answer };
};

const reasonOf = (outcome: CallOutcome): string | null => {
  if (outcome.kind !== 'answered') return outcome.reason;
  return outcome.status >= 300 && outcome.status < 400 ? 'redirects are not followed' : null;
};
