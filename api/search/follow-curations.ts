import { indexNames } from '../../mappings/names.ts';
import { readCurations } from '../../platform/curations.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { every } from '../../platform/every.ts';
import type { Logger } from '../../platform/log.ts';
import type { Curated } from './curated.ts';

const curationsEveryMs = 5000;

/** Keeps best bets and synonyms as the commands have set them. What cannot be read leaves the last state. */
export const followCurations = (
  { client, prefix, log }: { client: Elasticsearch; prefix: string; log: Logger },
  curated: Curated,
  everyMs: number = curationsEveryMs,
): { readonly close: () => Promise<void> } => {
  const look = async (): Promise<void> => curated.set(await readCurations(client, indexNames(prefix).state));
  look().catch((error: unknown) => log.debug({ err: error }, 'curations could not be read yet'));
  return every(everyMs, 'curations', look, log);
};
