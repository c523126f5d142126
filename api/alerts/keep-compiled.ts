import { isDeepStrictEqual } from 'node:util';
import type { AlertRecord } from '../../platform/alerts/records.ts';
import type { SavedSearchStore } from '../../platform/alerts/store.ts';
import { every } from '../../platform/every.ts';
import type { ApiServices } from '../services.ts';
import { compileFollowed } from '../subscriptions/compile.ts';
import { subscriptionServicesOf } from '../subscriptions/services.ts';
import { compileSearch } from './compile.ts';
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
  const { authorities, config } = services;
  const { alerts } = createAlertServices(services);
  const ofAlerts = await compileStored(alerts, services, ({ query, value }) => {
    const compiled = asStored(compileSearch(readSavedSearch(query), value.language, authorities));
    return (alert) => ({ ...alert, value: { ...alert.value, compiled } });
  });
  if (config.mail === null) return ofAlerts;
  const { subscriptions } = subscriptionServicesOf(services);
  const followed = await compileStored(subscriptions, services, ({ query, value }) => {
    const { name, compiled } = asStored(compileFollowed(readSavedSearch(query), value.language, authorities));
    return (one) => ({ ...one, name, value: { ...one.value, compiled } });
  });
  return ofAlerts + followed;
};

/** @param compile  gives what changes a saved search into one that is compiled now */
const compileStored = async <T extends AlertRecord>(
  store: Pick<SavedSearchStore<T>, 'eachActive' | 'change'>,
  { log }: Pick<ApiServices, 'log'>,
  compile: (search: T) => (search: T) => T,
): Promise<number> => {
  let changed = 0;
  for await (const page of store.eachActive())
    for (const search of page) {
      const edit = editOf(search, compile, log);
      if (!edit || isDeepStrictEqual(edit(search), search)) continue;
      await store.change(search.id, edit);
      changed += 1;
    }
  return changed;
};

/** A query that can no longer be parsed keeps the meaning it had when it was saved. */
const editOf = <T extends AlertRecord>(
  search: T,
  compile: (search: T) => (search: T) => T,
  log: ApiServices['log'],
): ((search: T) => T) | null => {
  try {
    return compile(search);
  } catch (error) {
    log.warn({ err: error, alert: search.id }, 'a saved search can no longer be parsed');
    return null;
  }
};

const asStored = <T>(compiled: T): T => JSON.parse(JSON.stringify(compiled));
