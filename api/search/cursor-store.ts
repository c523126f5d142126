import { z } from 'zod';
import { InvalidParameters, NotFound, SearchUnavailable, TooMany } from '../../domain/errors.ts';
import type { ApiServices } from '../services.ts';
import { closeView } from './point-in-time.ts';

/** An unused cursor expires; one that has only been opened, or that has no key, expires sooner. */
const KEPT_SECONDS = 120;
export const BRIEFLY_KEPT_SECONDS = 30;
/** Cursors open at once. Callers without a key are counted by network, and a share is reserved for keys. */
const most = { narrow: 4, wide: 16, key: 20, open: 120, all: 200 } as const;
const owners = z.object({
  /** Null without a key. */
  key: z.string().nullable(),
  subnets: z.object({ narrow: z.string(), wide: z.string() }),
});
export type CursorOwners = z.infer<typeof owners>;

const stateSchema = z.object({
  view: z.string(),
  /** Fingerprint of the parameters: a cursor continues only its own search. */
  search: z.string(),
  page: z.number().int(),
  after: z.array(z.unknown()),
  seen: z.number().int(),
  owners,
});
export type CursorState = z.infer<typeof stateSchema>;

/** Counts and adds in one step, so that simultaneous requests together get exactly the places that are left. */
const enter = `
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, ARGV[1])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[4])
return 1`;

/** Open cursors, in Redis. */
export const createCursorStore = ({ redis, config, clock, signer }: ApiServices) => {
  const key = (part: string): string => `${config.prefix}:walk:${part}`;
  const reach = async <T>(command: Promise<T>): Promise<T> => {
    try {
      return await command;
    } catch (cause) {
      throw new SearchUnavailable('cursors are not available right now', { cause });
    }
  };
  const leave = async (id: string, owners: CursorOwners): Promise<void> => {
    await reach(Promise.all(setsOf(owners).map(({ set }) => redis.zrem(key(set), id))));
  };
  return {
    read: async (cursor: string): Promise<CursorState> => {
      const [, id, page, signature] = /^([0-9a-f]{32})\.(\d{1,9})\.([\w-]{22})$/.exec(cursor) ?? [];
      if (signature === undefined || !(await signer.verify(`walk ${id}.${page}`, signature)))
        throw new InvalidParameters([
          { parameter: 'cursor', detail: 'is not a cursor of this service; start with *' },
        ]);
      const kept = await reach(redis.get(key(`${id}.${page}`)));
      if (kept === null)
        throw new NotFound('this cursor has expired: start again with cursor=*', { gone: true });
      return stateSchema.parse(JSON.parse(kept));
    },
    /** The signed name of a page that was written. */
    cursorOf: async (id: string, { page }: CursorState): Promise<string> =>
      `${id}.${page}.${await signer.sign(`walk ${id}.${page}`)}`,
    write: async (id: string, state: CursorState): Promise<void> => {
      const seconds = keptFor(state.owners);
      const until = clock().getTime() + seconds * 1000;
      await reach(
        Promise.all([
          redis.set(key(`${id}.${state.page}`), JSON.stringify(state), 'EX', seconds),
          ...setsOf(state.owners).map(({ set }) => redis.zadd(key(set), until, id)),
        ]),
      );
    },
    /** @throws {TooMany} */
    admit: async (id: string, owners: CursorOwners): Promise<void> => {
      const until = clock().getTime() + BRIEFLY_KEPT_SECONDS * 1000;
      for (const { set, limit } of setsOf(owners)) {
        const entered = await reach(redis.eval(enter, 1, key(set), clock().getTime(), limit, until, id));
        if (entered === 1) continue;
        await leave(id, owners);
        throw new TooMany(
          `${limit} cursors are open; unused ones expire after ${keptFor(owners)} s`,
          keptFor(owners),
        );
      }
    },
    leave,
    end: async (id: string, state: CursorState, { elasticsearch }: ApiServices): Promise<void> => {
      await leave(id, state.owners);
      await closeView(elasticsearch, state.view);
    },
  };
};

/** Seconds that a cursor is kept after each page. */
export const keptFor = ({ key }: CursorOwners): number =>
  key === null ? BRIEFLY_KEPT_SECONDS : KEPT_SECONDS;

/** Every set that a cursor is counted in, and the limit of each. */
const setsOf = ({
  key,
  subnets,
}: CursorOwners): readonly { readonly set: string; readonly limit: number }[] =>
  key === null
    ? [
        { set: `narrow:${subnets.narrow}`, limit: most.narrow },
        { set: `wide:${subnets.wide}`, limit: most.wide },
        { set: 'open', limit: most.open },
        { set: 'all', limit: most.all },
      ]
    : [
        { set: `key:${key}`, limit: most.key },
        { set: 'all', limit: most.all },
      ];

export type CursorStore = ReturnType<typeof createCursorStore>;
