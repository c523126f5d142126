import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { InvalidParameters, TooMany } from '../../domain/errors.ts';
import type { AlertRecord } from '../../platform/alerts/records.ts';
import { findTargetFault } from '../../platform/outgoing/target.ts';
import { translatingErrors } from '../search/execute.ts';
import { compileSearch } from './compile.ts';
import { type newAlertSchema, readSavedSearch, writtenQuery } from './schema.ts';
import type { AlertServices } from './services.ts';

/** High, because the desks of a newsroom share a key. */
const mostAlerts = { key: 200, all: 10_000 } as const;
/** Waiting does not help against too many alerts; retry after deleting some. */
const retryAfter = 3600;

export interface Owner {
  readonly key: string;
  /** Language of labels. */
  readonly language: string;
}

/**
 * Saves a search.
 *
 * @throws {InvalidParameters} {InvalidQuery} for a search or a webhook that cannot be used
 * @throws {TooMany} if the key, or all keys together, have too many
 */
export const saveAlert = async (
  body: z.output<typeof newAlertSchema>,
  { key, language }: Owner,
  services: AlertServices,
): Promise<AlertRecord> => {
  const query = writtenQuery(body.query);
  const compiled = compileSearch(readSavedSearch(query), language, services.authorities);
  checkWebhook(body.webhook?.url, services);
  await admit(key, services);
  const now = services.clock().toISOString();
  const alert: AlertRecord = {
    id: randomBytes(12).toString('hex'),
    key,
    name: body.name,
    created: now,
    looked: now,
    active: true,
    query: Object.fromEntries(Object.entries(query).map(([name, values]) => [name, [...values]])),
    value: {
      language,
      webhook: body.webhook && { url: body.webhook.url, generation: 1, restsUntil: null },
      feed: 1,
      compiled,
    },
  };
  await translatingErrors(() => services.alerts.create(alert));
  return alert;
};

const checkWebhook = (url: string | undefined, { config }: AlertServices): void => {
  const fault = url === undefined ? null : findTargetFault(url, config.allowedTargets);
  if (fault) throw new InvalidParameters([{ parameter: 'webhook.url', detail: fault }]);
};

const admit = async (key: string, { alerts }: AlertServices): Promise<void> => {
  const [own, all] = await translatingErrors(() => Promise.all([alerts.count(key), alerts.count(null)]));
  if (own >= mostAlerts.key) throw new TooMany(`this key has ${own} alerts: delete some first`, retryAfter);
  if (all >= mostAlerts.all) throw new TooMany(`there are ${all} alerts: ask the operator`, retryAfter);
};
