import type { z } from 'zod';
import type { AlertRecord } from '../../platform/alerts/records.ts';
import type { alertChangeSchema } from './schema.ts';

/** An alert with its owner's changes. An alert that is switched on again reports matches from now on. */
export const applyChange = (
  alert: AlertRecord,
  { name, active, secret, feed }: z.output<typeof alertChangeSchema>,
  now: Date,
): AlertRecord => {
  const { webhook } = alert.value;
  return {
    ...alert,
    name: name ?? alert.name,
    active: active ?? alert.active,
    looked: active && !alert.active ? now.toISOString() : alert.looked,
    value: {
      ...alert.value,
      webhook: webhook && secret ? { ...webhook, generation: webhook.generation + 1 } : webhook,
      feed: alert.value.feed + (feed ? 1 : 0),
    },
  };
};
