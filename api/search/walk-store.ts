import { z } from 'zod';
import { InvalidParameters, NotFound, SearchUnavailable, TooMany } from '../../domain/errors.ts';
import type { ApiServices } from '../services.ts';
import { closeView } from './point-in-time.ts';

/** A walk that is not gone on with lapses. */
export const KEPT_SECONDS = 120;
const most = { address: 2, key: 20, all: 200 } as const;
const stateSchema = z.object({
  view: z.string(),
  /** Of the parameters: a cursor goes on with its own search only. */
  search: z.string(),
  page: z.number().int(),
  after: z.array(z.unknown()),
  seen: z.number().int(),
  owner: z.string(),
});
export type WalkState = z.infer<typeof stateSchema>;

/** Walks under way, in Redis. */
export const createWalkStore = ({ redis, config, clock, signer }: ApiServices) => {
  const key = (part: string): string => `${config.prefix}:walk:${part}`;
  const all = key('all');
  const reach = async <T>(command: Promise<T>): Promise<T> => {
    try {
      return await command;
    } catch (cause) {
      throw new SearchUnavailable('walks are not possible just now', { cause });
    }
  };
  const count = async (set: string): Promise<number> => {
    await redis.zremrangebyscore(set, 0, clock().getTime());
    return redis.zcard(set);
  };
  return {
    read: async (cursor: string): Promise<WalkState> => {
      const [, id, page, signature] = /^([0-9a-f]{32})\.(\d{1,9})\.([\w-]{22})$/.exec(cursor) ?? [];
      if (signature === undefined || !(await signer.verify(`walk ${id}.${page}`, signature)))
        throw new InvalidParameters([{ parameter: 'cursor', detail: 'is no cursor of ours; begin with *' }]);
      const kept = await reach(redis.get(key(`${id}.${page}`)));
      if (kept === null) throw new NotFound('this walk has lapsed: begin with cursor=*', { gone: true });
      return stateSchema.parse(JSON.parse(kept));
    },
    /** The name of a page that was written, signed. */
    cursorOf: async (id: string, { page }: WalkState): Promise<string> =>
      `${id}.${page}.${await signer.sign(`walk ${id}.${page}`)}`,
    write: async (id: string, state: WalkState): Promise<void> => {
      const until = clock().getTime() + KEPT_SECONDS * 1000;
      await reach(
        Promise.all([
          redis.set(key(`${id}.${state.page}`), JSON.stringify(state), 'EX', KEPT_SECONDS),
          redis.zadd(all, until, id),
          redis.zadd(key(state.owner), until, id),
        ]),
      );
    },
    admit: async (id: string, owner: string, keyed: boolean): Promise<void> => {
      const until = clock().getTime() + KEPT_SECONDS * 1000;
      const [mine, everybody] = await reach(Promise.all([count(key(owner)), count(all)]));
      if (mine >= (keyed ? most.key : most.address) || everybody >= most.all)
        throw new TooMany(`${mine} walks are under way; they lapse after ${KEPT_SECONDS} s`, KEPT_SECONDS);
      await reach(Promise.all([redis.zadd(all, until, id), redis.zadd(key(owner), until, id)]));
    },
    end: async (id: string, state: WalkState, { elasticsearch }: ApiServices): Promise<void> => {
      await reach(Promise.all([redis.zrem(all, id), redis.zrem(key(state.owner), id)]));
      await closeView(elasticsearch, state.view);
    },
  };
};
export type WalkStore = ReturnType<typeof createWalkStore>;
