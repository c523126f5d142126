import { z } from 'zod';
import type { Elasticsearch } from '../elasticsearch.ts';
import { developmentKeyId } from './records.ts';

const state = z.object({ expires: z.string().nullable(), revoked: z.string().nullable() });

/** Which of these keys are neither unknown, revoked nor expired: alerts of others rest. @throws what the client throws */
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
