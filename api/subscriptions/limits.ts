import { StoreUnavailable, TooMany } from '../../domain/errors.ts';
import { subnetsOf } from '../access/subnets.ts';
import type { ApiServices } from '../services.ts';

/** An allowance within a time, in seconds. */
interface Allowance {
  readonly most: number;
  readonly seconds: number;
}

const hour = 3600;

/** Requests to follow, which each send a message to somebody who may not want it. */
export const mailAllowances = {
  /** What a provider gives one customer. */
  subnet: { most: 20, seconds: hour },
  /** What a host rents out. */
  network: { most: 100, seconds: hour },
  /** Of all callers together: what an attack from everywhere can send. */
  installation: { most: 500, seconds: hour },
  /** Messages that ask one mailbox to confirm. */
  mailbox: { most: 3, seconds: 24 * hour },
} as const satisfies Readonly<Record<string, Allowance>>;

type Limits = Pick<ApiServices, 'redis' | 'config'>;

/**
 * Counts a request to follow. Unlike other limits, these hold without Redis too: then nobody can ask, because
 * messages to strangers cannot be taken back (ADR 192).
 *
 * @param client  address of the caller
 * @throws {TooMany} {StoreUnavailable}
 */
export const admitRequest = async (client: string, limits: Limits): Promise<void> => {
  const { narrow, wide } = subnetsOf(client);
  for (const [name, allowance] of [
    [`subnet:${narrow}`, mailAllowances.subnet],
    [`network:${wide}`, mailAllowances.network],
    ['installation', mailAllowances.installation],
  ] as const)
    if (!(await count(name, allowance, limits)))
      throw new TooMany('too many requests to follow a search by e-mail', allowance.seconds);
};

/** @param mailbox  a hash of it: addresses do not stand in Redis. @returns whether it may get another message */
export const admitMailbox = (mailbox: string, limits: Limits): Promise<boolean> =>
  count(`mailbox:${mailbox}`, mailAllowances.mailbox, limits);

const count = async (
  name: string,
  { most, seconds }: Allowance,
  { redis, config }: Limits,
): Promise<boolean> => {
  const key = `${config.prefix}:mail:${name}`;
  try {
    const [counted, left] = (await redis.multi().incr(key).ttl(key).exec()) ?? [];
    // Redis 6 has no EXPIRE … NX; a counter without an expiry would refuse forever.
    if (Number(left?.[1] ?? -1) < 0) await redis.expire(key, seconds);
    return Number(counted?.[1] ?? Number.POSITIVE_INFINITY) <= most;
  } catch (error) {
    throw new StoreUnavailable('requests to follow cannot be counted now', { cause: error });
  }
};
