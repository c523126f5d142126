import { setTimeout } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { type RedisReply, RedisStore } from 'rate-limit-redis';
import { TooMany } from '../../domain/errors.ts';
import type { ApiServices } from '../services.ts';
import type { Caller, Gate } from './caller.ts';
import { rateFactors } from './key.ts';

export interface Allowance {
  readonly name: string;
  /** Requests a minute without a key, by address. */
  readonly anonymous: number;
  /** Requests a minute of one key. */
  readonly keyed: number;
}

export const allowances = {
  search: { name: 'search', anonymous: 600, keyed: 6000 },
  /** Higher, because visitors of one office share an address and each typed letter sends a request. */
  suggest: { name: 'suggest', anonymous: 1200, keyed: 12_000 },
} as const satisfies Readonly<Record<string, Allowance>>;

const WINDOW_MS = 60_000;

/**
 * Limits requests per key, or per address without a key. All processes share the counts in Redis. Without Redis,
 * requests pass uncounted, because availability matters more than the limit (ADR 0052).
 */
export const limitRate = (
  allowance: Allowance,
  gate: Gate,
  { redis, config }: Pick<ApiServices, 'redis' | 'config'>,
): RequestHandler =>
  rateLimit({
    windowMs: WINDOW_MS,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    passOnStoreError: true,
    identifier: allowance.name,
    limit: async (request) => {
      const caller = await knownCaller(request, gate);
      return caller ? allowance.keyed * caller.rate : allowance.anonymous;
    },
    keyGenerator: async (request) => {
      const key = (await knownCaller(request, gate))?.key ?? null;
      return key === null ? `ip:${ipKeyGenerator(request.ip ?? '')}` : `key:${key}`;
    },
    skip: async (request) =>
      redis.status !== 'ready' || (await knownCaller(request, gate))?.rate === rateFactors.unlimited,
    store: new RedisStore({
      prefix: `${config.prefix}:limit:${allowance.name}:`,
      sendCommand: async (command: string, ...parameters: string[]): Promise<RedisReply> =>
        command === 'SCRIPT'
          ? persistently(redis, () => redis.call(command, ...parameters))
          : replyOf(await redis.call(command, ...parameters)),
    }),
    handler: (_request, response, next) =>
      next(new TooMany('too many requests', Number(response.getHeader('retry-after') ?? 60))),
  });

const RETRY_MS = 500;

/**
 * The store loads its scripts only once, when it is created, and never again if that fails. So we create it when
 * Redis is available; until then, requests pass.
 */
const persistently = async (
  redis: ApiServices['redis'],
  command: () => Promise<unknown>,
): Promise<RedisReply> => {
  for (;;) {
    try {
      return replyOf(await command());
    } catch (error) {
      if (redis.status === 'end') throw error;
      await setTimeout(RETRY_MS, undefined, { ref: false });
    }
  }
};

/** Null without a valid key. */
const knownCaller = async (request: Parameters<Gate['callerOf']>[0], gate: Gate): Promise<Caller | null> => {
  const caller = await gate.callerOf(request).catch(() => null);
  return caller?.key ? caller : null;
};

const replyOf = (reply: unknown): RedisReply => {
  if (typeof reply === 'string' || typeof reply === 'number' || typeof reply === 'boolean') return reply;
  if (Array.isArray(reply))
    return reply.filter((part) => typeof part === 'string' || typeof part === 'number');
  throw new TypeError('an unexpected answer of Redis');
};
