import { type FoundArticle, findArticles, type Window } from '../../platform/alerts/find.ts';
import { keysInForce } from '../../platform/alerts/keys-in-force.ts';
import { forgetOld, recordMatches } from '../../platform/alerts/matches.ts';
import { readReappeared } from '../../platform/alerts/reappeared.ts';
import type { AlertRecord, MatchRecord } from '../../platform/alerts/records.ts';
import { oldestPending } from '../../platform/articles/pending.ts';
import type { AlertServices } from './services.ts';

/** How far each run overlaps with the previous one. */
const overlapMs = 300_000;
/** Searches in one request. */
const together = 20;
const keptDays = 90;

/**
 * Runs saved searches on the articles since their last run, and records matches. A run starts five minutes before the
 * end of the last one, or before the oldest article that was unfinished then; already recorded matches are skipped.
 *
 * @returns how many matches are new
 */
export const matchAlerts = async (services: AlertServices): Promise<number> => {
  const { client, names, alerts, metrics, clock, closing } = services;
  const now = clock();
  // Read before the searches: work that finishes while they run still counts as unfinished here.
  const unfinished = await oldestPending({ client, names });
  const looked = earlier(now.toISOString(), unfinished);
  const articles = await readReappeared(client, names.state, now);
  let oldest = looked;
  let count = 0;
  for await (const page of alerts.eachActive()) {
    const keys = await keysInForce(
      client,
      names.keys,
      page.map(({ key }) => key),
      now,
    );
    const inForce = page.filter(({ key }) => keys.has(key));
    for (let from = 0; from < inForce.length && !closing.aborted; from += together) {
      const some = inForce.slice(from, from + together);
      const run = await runSome(some, articles, services);
      await alerts.noteLooked(
        some.flatMap(({ id }) => (run.refused.has(id) ? [] : [id])),
        looked,
      );
      for (const alert of some) if (run.refused.has(alert.id)) oldest = earlier(oldest, alert.looked);
      count += run.count;
    }
  }
  await forgetOld(client, names.matches, new Date(now.getTime() - keptDays * 86_400_000));
  metrics.alertsLooked.set(Date.parse(oldest) / 1000);
  return count;
};

const earlier = (a: string, b: string | null): string =>
  b !== null && Date.parse(b) < Date.parse(a) ? b : a;

const runSome = async (
  some: readonly AlertRecord[],
  articles: readonly string[],
  services: AlertServices,
): Promise<{ readonly count: number; readonly refused: ReadonlySet<string> }> => {
  let count = 0;
  const refused = await findArticles(
    services.client,
    services.names.articles,
    some.map((alert) => ({ compiled: alert.value.compiled, window: windowOf(alert, articles) })),
    async (place, found) => {
      const alert = some[place];
      if (alert) count += await record(alert, found, services);
    },
  );
  for (const [place, reason] of refused)
    services.log.warn({ alert: some[place]?.id, reason }, 'an alert could not search');
  return { count, refused: new Set([...refused.keys()].flatMap((place) => some[place]?.id ?? [])) };
};

/** Excludes articles older than the alert, unless they entered the index only now. */
const windowOf = ({ created, looked }: AlertRecord, articles: readonly string[]): Window => {
  const since = Math.max(Date.parse(created), Date.parse(looked) - overlapMs);
  return { since: new Date(since).toISOString(), articles };
};

const record = async (
  alert: AlertRecord,
  found: readonly FoundArticle[],
  { client, names, metrics, clock }: AlertServices,
): Promise<number> => {
  const now = clock().toISOString();
  const { webhook } = alert.value;
  const fresh = await recordMatches(
    client,
    names.matches,
    found.map(
      ({ id, revision, reasons }): MatchRecord => ({
        alert: alert.id,
        article: id,
        revision,
        found: now,
        state: webhook ? 'waiting' : 'kept',
        due: webhook ? now : null,
        attempts: 0,
        why: { reasons: [...reasons] },
        answer: null,
      }),
    ),
  );
  metrics.alertMatches.inc(fresh.length);
  return fresh.length;
};
