import { isDeepStrictEqual } from 'node:util';
import type { AlertRecord } from '../../platform/alerts/records.ts';
import type { SavedSearchStore } from '../../platform/alerts/store.ts';
import { every } from '../../platform/every.ts';
import type { ApiServices } from '../services.ts';
import { compileFollowed } from '../subscriptions/compile.ts';
import { subscriptionServicesOf } from '../subscriptions/services.ts';
import { readSavedSearch } from './schema.ts';
import { createAlertServices } from './services.ts';

const everyMs = 600_000;

/**
 * Recompiles saved searches whose meaning has changed, because persons were merged, names recorded, or the query
 * language extended. Runs at start and every ten minutes in each process; unchanged ones are not written.
 */
export const keepAlertsCompiled = (services: ApiServices) => {
  const compile = () => compileAgain(services);
  const first = compile().catch((error: unknown) =>
    services.log.warn({ err: error }, 'saved searches could not be read; trying again'),
  );
  const again = every(everyMs, 'compile saved searches', compile, services.log);
  return {
    close: async (): Promise<void> => {
      await again.close();
      await first;
    },
  };
};

/** @returns how many changed */
export const compileAgain = async (services: ApiServices): Promise<number> => {
  const { alerts } = createAlertServices(services);
  const { subscriptions } = subscriptionServicesOf(services);
  const ofAlerts = await compileStored(alerts, services, (alert, { compiled }) => ({
    ...alert,
    value: { ...alert.value, compiled },
  }));
  if (services.config.mail === null) return ofAlerts;
  const followed = await compileStored(subscriptions, services, (subscription, { name, compiled }) => ({
    ...subscription,
    name,
    value: { ...subscription.value, compiled },
  }));
  return ofAlerts + followed;
};

const compileStored = async <T extends AlertRecord>(
  store: Pick<SavedSearchStore<T>, 'eachActive' | 'change'>,
  services: ApiServices,
  edit: (search: T, compiled: Followed) => T,
): Promise<number> => {
  let changed = 0;
  for await (const page of store.eachActive())
    for (const search of page) {
      const compiled = compileOne(search, services);
      if (!compiled || isDeepStrictEqual(edit(search, compiled), search)) continue;
      await store.change(search.id, (now) => edit(now, compiled));
      changed += 1;
    }
  return changed;
};

type Followed = ReturnType<typeof compileFollowed>;

/** As stored. A query that can no longer be parsed keeps the meaning it had when it was saved. */
const compileOne = (
  { id, query, value }: AlertRecord,
  { authorities, log }: ApiServices,
): Followed | null => {
  try {
    return JSON.parse(JSON.stringify(compileFollowed(readSavedSearch(query), value.language, authorities)));
  } catch (error) {
    log.warn({ err: error, alert: id }, 'a saved search can no longer be parsed');
    return null;
  }
};
