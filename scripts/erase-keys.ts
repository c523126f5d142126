import type { Redis } from '../platform/redis.ts';

/** Deletes all keys of a temporary installation, and nothing else. */
export const eraseKeys = async (redis: Redis, prefix: string): Promise<void> => {
  for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1000 }))
    if (keys.length > 0) await redis.del(...keys);
};
