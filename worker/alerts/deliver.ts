import { keysInForce } from '../../platform/alerts/keys-in-force.ts';
import { changeMatch, countWaiting, findDue } from '../../platform/alerts/matches.ts';
import { putOffUnread } from '../../platform/alerts/put-off.ts';
import {
  type AlertRecord,
  type MatchRecord,
  secretNameOf,
  type WebhookRecord,
} from '../../platform/alerts/records.ts';
import type { StoredMatch } from '../../platform/alerts/stored-match.ts';
import { deriveSecret, readSigningSecret } from '../../platform/signing-secret.ts';
import { type Call, deliverOne } from './call.ts';
import { readMatchedArticles } from './matched-articles.ts';
import { nextAttempt, pauseAfter } from './retries.ts';
import type { AlertServices } from './services.ts';

/** How long deliveries are put off if their alert is paused, their key is invalid, or they cannot be read. */
const offMs = 600_000;
/** Receivers called at the same time. */
const atOnce = 8;
/** After this time, an alert starts no further call in a round. */
const longestTurnMs = 15_000;

/**
 * Makes the webhook calls that are due; calls to one receiver run one after another.
 *
 * @returns how many calls succeeded
 */
export const deliverDue = async (services: AlertServices): Promise<number> => {
  const { client, names, metrics, clock, closing } = services;
  let delivered = 0;
  for (;;) {
    const found = await findDue(client, names.matches, clock());
    await passOver(found.unreadable, services);
    const due = [...found.due];
    const before = delivered;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let own = due.shift(); own; own = due.shift()) {
          // Added after the await: `+=` around it would lose what others added in the meantime.
          const taken = await deliverApart(own, services);
          delivered += taken;
        }
      }),
    );
    await client.indices.refresh({ index: names.matches });
    // Failed receivers wait now; more is due at once only after successful calls.
    if (delivered === before || closing.aborted) break;
  }
  metrics.webhooksWaiting.set(await countWaiting(client, names.matches));
  return delivered;
};

/** An unreadable record must not block others; a later version may be able to read it. */
const passOver = async (ids: readonly string[], services: AlertServices): Promise<void> => {
  if (ids.length === 0) return;
  const { client, names, clock, log } = services;
  log.error({ deliveries: ids.slice(0, 20), count: ids.length }, 'deliveries cannot be read; postponed');
  await putOffUnread(client, names.matches, ids, new Date(clock().getTime() + offMs));
};

/** An error in one alert puts off its own deliveries, not those of others. */
const deliverApart = async (own: readonly StoredMatch[], services: AlertServices): Promise<number> => {
  const noted = (err: unknown): void =>
    services.log.warn({ err, alert: own[0]?.match.alert }, 'deliveries of an alert failed; trying again');
  try {
    return await deliverOwn(own, services);
  } catch (error) {
    noted(error);
    // Deliveries sent before the error have changed already, and stay as they are.
    await settle(own, { due: nextAttempt(1, services)?.toISOString() ?? null }, services).catch(noted);
    return 0;
  }
};

/** Deliveries of one alert. The first failure holds back the others. */
const deliverOwn = async (own: readonly StoredMatch[], services: AlertServices): Promise<number> => {
  const { client, names, alerts } = services;
  const [first] = own;
  const alert = first ? await alerts.get(first.match.alert) : null;
  const webhook = alert?.value.webhook;
  if (!alert || !webhook) {
    await settle(own, { state: 'withdrawn', due: null }, services);
    return 0;
  }
  const due = await findRest(alert, webhook, services);
  if (due !== null) {
    await settle(own, { due }, services);
    return 0;
  }
  const articles = await readMatchedArticles(
    services,
    alert,
    own.map(({ match }) => match.article),
  );
  const secret = deriveSecret(
    await readSigningSecret(client, names.state),
    secretNameOf(alert.id, webhook.generation),
  );
  const callOf = ({ match }: StoredMatch): Call | null => {
    const article = articles.get(match.article);
    return article ? { alert, url: webhook.url, article, secret } : null;
  };
  const { delivered, askedMs } = await deliverInTurn(own, callOf, services);
  if (askedMs !== null) await rest(alert, askedMs, own, services);
  else if (delivered > 0 && webhook.restsUntil !== null) await alerts.noteRest(alert.id, null);
  return delivered;
};

/** Until when deliveries of an alert are put off; null if they may be made. */
const findRest = async (
  alert: AlertRecord,
  { restsUntil }: WebhookRecord,
  { client, names, clock }: AlertServices,
): Promise<string | null> => {
  const now = clock();
  if (restsUntil !== null && Date.parse(restsUntil) > now.getTime()) return restsUntil;
  const isOn = alert.active && (await keysInForce(client, names.keys, [alert.key], now)).has(alert.key);
  return isOn ? null : new Date(now.getTime() + offMs).toISOString();
};

/** @returns how many were taken, and what the first that failed asks for: null if none failed */
const deliverInTurn = async (
  own: readonly StoredMatch[],
  callOf: (stored: StoredMatch) => Call | null,
  services: AlertServices,
): Promise<{ readonly delivered: number; readonly askedMs: number | null }> => {
  const { clock, closing } = services;
  const end = clock().getTime() + longestTurnMs;
  let delivered = 0;
  for (const stored of own) {
    if (closing.aborted || clock().getTime() >= end) break;
    const call = callOf(stored);
    if (!call) {
      await settle([stored], { state: 'withdrawn', due: null }, services);
      continue;
    }
    const came = await deliverOne(stored, call, services);
    if (came.kind === 'failed') return { delivered, askedMs: came.askedMs };
    if (came.kind === 'taken') delivered += 1;
  }
  return { delivered, askedMs: null };
};

/** Waits before calling a failed receiver again: for the first pause, or longer if it asks for that. */
const rest = async (
  alert: AlertRecord,
  askedMs: number,
  own: readonly StoredMatch[],
  services: AlertServices,
): Promise<void> => {
  const pause = Math.max(askedMs, pauseAfter(1, services.retryMs) ?? 0);
  const until = new Date(services.clock().getTime() + pause).toISOString();
  await services.alerts.noteRest(alert.id, until);
  // Matches that were called have changed already; this is for those that were not.
  await settle(own, { due: until }, services);
};

/** Changes matches that are unchanged since they were read; others stay as they are. */
const settle = async (
  own: readonly StoredMatch[],
  change: Partial<MatchRecord>,
  { client, names }: AlertServices,
): Promise<void> => {
  for (const stored of own)
    await changeMatch(client, names.matches, { ...stored, match: { ...stored.match, ...change } });
};
