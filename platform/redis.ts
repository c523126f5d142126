import { Redis, type RedisOptions } from 'ioredis';
import type { Config } from './config.ts';
import { backoffMs } from './pause.ts';

export type { Redis };

/**
 * For processes that answer callers: while Redis is unavailable, every command fails at once instead of waiting.
 * Reconnects forever.
 */
export const createFailFastRedis = ({ redis }: Pick<Config, 'redis'>, connectionName = ''): Redis =>
  new Redis(redis.url, {
    ...always,
    ...(connectionName ? { connectionName } : {}),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1000,
    connectTimeout: 2000,
  });

/** For workers, which can only wait while Redis is unavailable. */
export const createPatientRedis = ({ redis }: Pick<Config, 'redis'>): Redis =>
  new Redis(redis.url, { ...always, maxRetriesPerRequest: null });

const always = {
  retryStrategy: (times: number) => backoffMs(times, 200, 2000),
  // A server that is still loading its data answers with errors; try again soon.
  reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 2 : false),
} satisfies RedisOptions;

/** The name under which Redis lists the connection of an API, so that a restore sees that one is running. */
export const apiConnectionName = (prefix: string): string => `${prefix}:api`;

/** Whether a client is connected under a name. */
export const isConnected = async (redis: Redis, name: string): Promise<boolean> =>
  String(await redis.client('LIST'))
    .split('\n')
    .some((client) => client.split(' ').includes(`name=${name}`));
