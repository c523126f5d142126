import { z } from 'zod';
import type { Elasticsearch } from '../elasticsearch.ts';
import { developmentKeyId } from './records.ts';

const state = z.object({ expires: z.string().nullable(), revoked: z.string().nullable() });

/** The keys that exist and are neither revoked nor expired; alerts of other keys are paused. @throws what the client throws */
export const keysInForce = async (
  client: Elasticsearch,
  index: string,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const asked = [...new Set(ids)].filter((id) => id !== developmentKeyId);
  const valid = new Set<string>(ids.filter((id) => id === developmentKeyId));
  if (asked.length === 0) return valid;
  const { docs } = await client.mget({ index, ids: asked });
  for (const doc of docs) {
    const key = 'found' in doc && doc.found ? state.safeParse(doc._source).data : undefined;
    if (key && key.revoked === null && (key.expires === null || Date.parse(key.expires) > now.getTime()))
      valid.add(doc._id);
  }
  return valid;
};
