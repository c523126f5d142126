import { keysInForce } from '../../platform/alerts/keys-in-force.ts';
import { changeMatch, countWaiting, findDue, type StoredMatch } from '../../platform/alerts/matches.ts';
import { type AlertRecord, type MatchRecord, secretNameOf } from '../../platform/alerts/records.ts';
import { signatureHeaders } from '../../platform/alerts/webhook-signature.ts';
import { type CallOutcome, longestCallMs } from '../../platform/outgoing/post.ts';
import { deriveSecret, readSigningSecret } from '../../platform/signing-secret.ts';
import { buildPayload, type Told } from './payload.ts';
import { mostAttempts, pauseAfter, readRetryAfter } from './retries.ts';
import type { AlertServices } from './services.ts';
import { readTold } from './told.ts';

/** How long deliveries of an alert that rests are left alone. */
const restMs = 600_000;
/** Receivers called at the same time. */
const atOnce = 8;

/**
 * Makes the webhook calls that are due, one receiver's one after the other. Before each call its next attempt is
 * written down: whoever dies between call and record leaves it to be made again, under the same delivery id.
 *
 * @returns how many calls were answered well
 */
export const deliverDue = async (services: AlertServices): Promise<number> => {
  const { client, names, metrics, clock, closing } = services;
  let delivered = 0;
  for (;;) {
    const due = [...(await findDue(client, names.matches, clock()))];
    const before = delivered;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let own = due.shift(); own; own = due.shift()) delivered += await deliverOwn(own, services);
      }),
    );
    await client.indices.refresh({ index: names.matches });
    // Whoever fails waits now; more is due at once only where calls went well.
    if (delivered === before || closing.aborted) break;
  }
  metrics.webhooksWaiting.set(await countWaiting(client, names.matches));
  return delivered;
};

/** Deliveries of one alert. The first that fails holds back the others of this round. */
const deliverOwn = async (own: readonly StoredMatch[], services: AlertServices): Promise<number> => {
  const { client, names, alerts, clock, closing } = services;
  const [first] = own;
  const alert = first ? await alerts.get(first.match.alert) : null;
  const webhook = alert?.value.webhook;
  if (!alert || !webhook) {
    await settle(own, { state: 'withdrawn', due: null }, services);
    return 0;
  }
  const now = clock();
  if (!alert.active || !(await keysInForce(client, names.keys, [alert.key], now)).has(alert.key)) {
    await settle(own, { due: new Date(now.getTime() + restMs).toISOString() }, services);
    return 0;
  }
  const told = await readTold(services, alert, own);
  const secret = deriveSecret(
    await readSigningSecret(client, names.state),
    secretNameOf(alert.id, webhook.generation),
  );
  let delivered = 0;
  for (const [n, stored] of own.entries()) {
    if (closing.aborted) break;
    const article = told.get(stored.match.article);
    if (!article) {
      await settle([stored], { state: 'withdrawn', due: null }, services);
      continue;
    }
    const isDelivered = await deliverOne(stored, { alert, url: webhook.url, article, secret }, services);
    if (isDelivered === false) {
      const rest = own.slice(n + 1);
      await settle(rest, { due: nextAttempt(1, services)?.toISOString() ?? null }, services);
      break;
    }
    if (isDelivered) delivered += 1;
  }
  return delivered;
};

const settle = async (
  own: readonly StoredMatch[],
  change: Partial<MatchRecord>,
  { client, names }: AlertServices,
): Promise<void> => {
  for (const stored of own)
    await changeMatch(client, names.matches, { ...stored, match: { ...stored.match, ...change } });
};

/** Never before a call of the longest kind is over. */
const nextAttempt = (attempt: number, { clock, retryMs }: AlertServices): Date | null => {
  const pause = pauseAfter(attempt, retryMs);
  return pause === null ? null : new Date(clock().getTime() + pause);
};

interface Call {
  readonly alert: AlertRecord;
  readonly url: string;
  readonly article: Told;
  readonly secret: Uint8Array;
}

/** @returns whether it was taken; null where another worker has it */
const deliverOne = async (
  stored: StoredMatch,
  { alert, url, article, secret }: Call,
  services: AlertServices,
): Promise<boolean | null> => {
  const { client, names, outgoing, metrics, clock } = services;
  const attempts = stored.match.attempts + 1;
  const next = nextAttempt(attempts, services) ?? new Date(clock().getTime() + 2 * longestCallMs);
  const claimed = await changeMatch(client, names.matches, {
    ...stored,
    match: { ...stored.match, attempts, due: next.toISOString() },
  });
  if (!claimed) return null;
  const body = buildPayload(stored, alert, article);
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
  const settled = judge(claimed.match, outcome, clock());
  metrics.webhooks.inc({ outcome: settled.state === 'waiting' ? 'failed' : settled.state });
  await changeMatch(client, names.matches, { ...claimed, match: settled });
  return settled.state === 'delivered';
};

/** What a call made of its match. `claimed` holds the next attempt already. */
const judge = (claimed: MatchRecord, outcome: CallOutcome, now: Date): MatchRecord => {
  const status = outcome.kind === 'answered' ? outcome.status : null;
  const answer = { at: now.toISOString(), status, reason: reasonOf(outcome) };
  if (status !== null && status >= 200 && status < 300)
    return { ...claimed, state: 'delivered', due: null, answer };
  // 410: the receiver says that it wants no more of it.
  if (claimed.attempts >= mostAttempts || status === 410)
    return { ...claimed, state: 'given-up', due: null, answer };
  const asked = outcome.kind === 'answered' ? readRetryAfter(outcome.retryAfter, now) : 0;
  const due = Math.max(Date.parse(claimed.due ?? answer.at), now.getTime() + asked);
  return { ...claimed, due: new Date(due).toISOString(), answer };
};

const reasonOf = (outcome: CallOutcome): string | null => {
  if (outcome.kind !== 'answered') return outcome.reason;
  return outcome.status >= 300 && outcome.status < 400 ? 'redirects are not followed' : null;
};
