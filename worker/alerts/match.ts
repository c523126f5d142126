import { type FoundArticle, findArticles, type Window } from '../../platform/alerts/find.ts';
import { keysInForce } from '../../platform/alerts/keys-in-force.ts';
import { forgetOld, recordMatches } from '../../platform/alerts/matches.ts';
import { readReappeared } from '../../platform/alerts/reappeared.ts';
import type { AlertRecord, MatchRecord } from '../../platform/alerts/records.ts';
import type { SavedSearchStore } from '../../platform/alerts/store.ts';
import { oldestPending } from '../../platform/articles/pending.ts';
import { nextMailAt, type SubscriptionRecord } from '../../platform/subscriptions/record.ts';
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
  const { client, names, metrics, clock } = services;
  const now = clock();
  // Read before the searches: work that finishes while they run still counts as unfinished here.
  const unfinished = await oldestPending({ client, names });
  const looked = earlier(now.toISOString(), unfinished);
  const articles = await readReappeared(client, names.state, now);
  let oldest = looked;
  let count = 0;
  for (const match of kindsOf(services, now)) {
    const run = await match({ looked, articles });
    oldest = earlier(oldest, run.oldest);
    count += run.count;
  }
  await forgetOld(client, names.matches, new Date(now.getTime() - keptDays * 86_400_000));
  metrics.alertsLooked.set(Date.parse(oldest) / 1000);
  return count;
};

/** Saved searches of one kind. */
interface Kind<T extends AlertRecord> {
  readonly store: Pick<SavedSearchStore<T>, 'eachActive' | 'noteLooked'>;
  /** Those of a page that may run. */
  readonly inForce: (page: readonly T[]) => Promise<readonly T[]>;
  /** What is to be done with a new match. */
  readonly begin: (search: T) => Pick<MatchRecord, 'state' | 'due'>;
}

/** Alerts end with their keys; what an address follows, it follows until it unsubscribes. */
const kindsOf = (services: AlertServices, now: Date): readonly ((run: Run) => Promise<Matched>)[] => {
  const { client, names, alerts, subscriptions } = services;
  const ofKeys: Kind<AlertRecord> = {
    store: alerts,
    inForce: async (page) => {
      const ids = page.map(({ key }) => key);
      const keys = await keysInForce(client, names.keys, ids, now);
      return page.filter(({ key }) => keys.has(key));
    },
    begin: ({ value }) =>
      value.webhook ? { state: 'waiting', due: now.toISOString() } : { state: 'kept', due: null },
  };
  if (!subscriptions) return [(run) => matchKind(ofKeys, run, services)];
  const byMail: Kind<SubscriptionRecord> = {
    store: subscriptions,
    inForce: async (page) => page,
    begin: ({ mail }) => ({ state: 'to-mail', due: nextMailAt(mail, now).toISOString() }),
  };
  return [(run) => matchKind(ofKeys, run, services), (run) => matchKind(byMail, run, services)];
};

interface Run {
  readonly looked: string;
  readonly articles: readonly string[];
}

interface Matched {
  /** How many matches are new. */
  readonly count: number;
  /** Up to when all have searched. */
  readonly oldest: string;
}

const matchKind = async <T extends AlertRecord>(
  kind: Kind<T>,
  { looked, articles }: Run,
  services: AlertServices,
): Promise<Matched> => {
  let oldest = looked;
  let count = 0;
  for await (const page of kind.store.eachActive()) {
    const inForce = await kind.inForce(page);
    for (let from = 0; from < inForce.length && !services.closing.aborted; from += together) {
      const some = inForce.slice(from, from + together);
      const run = await runSome(some, kind.begin, articles, services);
      await kind.store.noteLooked(
        some.flatMap(({ id }) => (run.refused.has(id) ? [] : [id])),
        looked,
      );
      for (const alert of some) if (run.refused.has(alert.id)) oldest = earlier(oldest, alert.looked);
      count += run.count;
    }
  }
  return { count, oldest };
};

const earlier = (a: string, b: string | null): string =>
  b !== null && Date.parse(b) < Date.parse(a) ? b : a;

const runSome = async <T extends AlertRecord>(
  some: readonly T[],
  begin: Kind<T>['begin'],
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
      if (alert) count += await record(alert.id, begin(alert), found, services);
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
  alert: string,
  begun: Pick<MatchRecord, 'state' | 'due'>,
  found: readonly FoundArticle[],
  { client, names, metrics, clock }: AlertServices,
): Promise<number> => {
  const now = clock().toISOString();
  const fresh = await recordMatches(
    client,
    names.matches,
    found.map(
      ({ id, revision, reasons }): MatchRecord => ({
        alert,
        article: id,
        revision,
        found: now,
        ...begun,
        attempts: 0,
        why: { reasons: [...reasons] },
        answer: null,
      }),
    ),
  );
  metrics.alertMatches.inc(fresh.length);
  return fresh.length;
};
