import { isDeepStrictEqual } from 'node:util';
import type { AlertRecord, CompiledSearch } from '../../platform/alerts/records.ts';
import { every } from '../../platform/every.ts';
import type { ApiServices } from '../services.ts';
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
  const { alerts } = createAlertServices(services);
  let changed = 0;
  for await (const page of alerts.eachActive())
    for (const alert of page) {
      const compiled = compileOne(alert, services);
      if (!compiled || isDeepStrictEqual(compiled, alert.value.compiled)) continue;
      await alerts.change(alert.id, (now) => ({ ...now, value: { ...now.value, compiled } }));
      changed += 1;
    }
  return changed;
};

/** As stored. A query that can no longer be parsed keeps the meaning it had when it was saved. */
const compileOne = (
  { id, query, value }: AlertRecord,
  { authorities, log }: ApiServices,
): CompiledSearch | null => {
  try {
    return JSON.parse(JSON.stringify(compileSearch(readSavedSearch(query), value.language, authorities)));
  } catch (error) {
    log.warn({ err: error, alert: id }, 'a saved search can no longer be parsed');
    return null;
  }
};
