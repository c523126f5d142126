import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { InvalidParameters, NotFound, SearchUnavailable, TooMany } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import type { SearchParams } from '../params/search.ts';
import type { ApiServices } from '../services.ts';
import { describeSearch } from './describe.ts';
import { shownFields, summarize } from './hit.ts';
import { linkTo } from './links.ts';
import { queryOf, sortKeys } from './plan.ts';
import { closeView, openView, searchView } from './point-in-time.ts';
import { readChoices, readExpansions } from './readings.ts';
import type { Reader, SearchResult } from './result.ts';
import { type Understanding, understand } from './understand.ts';

/** Who walks: walks are counted by key, else by address. */
export interface Walker {
  readonly key: string | null;
  readonly address: string;
}

const KEPT_SECONDS = 120;
const most = { address: 2, key: 20, all: 200 } as const;
/** Past this a read key is needed. */
export const OPEN_WALK = 10_000;

const stateSchema = z.object({
  view: z.string(),
  /** Of the parameters: a cursor goes on with its own search only. */
  search: z.string(),
  page: z.number().int(),
  after: z.array(z.unknown()),
  seen: z.number().int(),
  owner: z.string(),
});
type State = z.infer<typeof stateSchema>;

/**
 * One page of a walk to the last result. View and position stand in Redis for two minutes; the cursor is an
 * unguessable name of them, so nothing can be forged that a signature would have to catch.
 *
 * @throws {NotFound} with `gone`, where the walk has lapsed
 * @throws {TooMany} where too many walks are under way
 * @throws {SearchUnavailable} without Redis
 */
export const walk = async (
  params: SearchParams,
  reader: Reader,
  walker: Walker,
  services: ApiServices,
): Promise<SearchResult> => {
  const started = performance.now();
  refuseMixtures(params);
  const understood = understand({ ...params, facets: [] }, services.authorities);
  const store = createWalkStore(services);
  const print = fingerprint(params);
  const begun = params.cursor === '*' ? await begin(print, walker, services, store) : null;
  const id = begun?.id ?? (params.cursor ?? '').split('.')[0] ?? '';
  const state = begun?.state ?? (await store.read(params.cursor ?? ''));
  if (state.search !== print)
    throw new InvalidParameters([
      { parameter: 'cursor', detail: 'belongs to a search with other parameters' },
    ]);
  if (state.seen >= OPEN_WALK && walker.key === null)
    throw new InvalidParameters([
      { parameter: 'cursor', detail: `past ${OPEN_WALK} results a read key is needed` },
    ]);
  const answer = await searchView(
    services.elasticsearch,
    { id: state.view, keepAlive: `${KEPT_SECONDS}s` },
    {
      size: params['page-size'],
      query: queryOf(
        understood.text,
        understood.filters.map(({ clause }) => clause),
      ),
      track_total_hits: true,
      sort: sortKeys(understood),
      _source: [...shownFields],
      ...(state.after.length > 0 ? { search_after: state.after } : {}),
    },
  );
  const { hits } = answer.hits;
  const last = hits.at(-1)?.sort;
  const more = hits.length === params['page-size'] && last !== undefined;
  const next = { ...state, page: state.page + 1, after: last ?? [], seen: state.seen + hits.length };
  if (more) await store.write(id, next);
  else await store.end(id, state, services);
  const total = typeof answer.hits.total === 'number' ? answer.hits.total : (answer.hits.total?.value ?? 0);
  return {
    ...render(understood, total, reader, services),
    took: Math.round(performance.now() - started),
    results: hits.flatMap(({ _source }) =>
      _source ? [summarize(_source, reader, services.authorities)] : [],
    ),
    ...(more
      ? cursorLinks(`${id}.${next.page}`, understood, reader)
      : { links: selfLink(understood, reader) }),
  };
};

const refuseMixtures = (params: SearchParams): void => {
  if (params.collapse)
    throw new InvalidParameters([{ parameter: 'collapse', detail: 'goes with page, not with cursor' }]);
  if (params.page !== 1)
    throw new InvalidParameters([{ parameter: 'page', detail: 'does not go with cursor' }]);
  if (params['page-size'] === 0)
    throw new InvalidParameters([{ parameter: 'page-size', detail: 'must be at least 1 with cursor' }]);
};

const fingerprint = ({ cursor: _, ...params }: SearchParams): string =>
  createHash('sha256').update(JSON.stringify(params)).digest('base64url');

const begin = async (
  search: string,
  walker: Walker,
  services: ApiServices,
  store: WalkStore,
): Promise<{ id: string; state: State }> => {
  const id = randomBytes(16).toString('hex');
  const owner = walker.key === null ? `ip:${walker.address}` : `key:${walker.key}`;
  await store.admit(id, owner, walker.key === null ? most.address : most.key);
  const view = await openView(
    services.elasticsearch,
    indexNames(services.config.prefix).articles,
    `${KEPT_SECONDS}s`,
  );
  return { id, state: { view, search, page: 1, after: [], seen: 0, owner } };
};

const createWalkStore = ({ redis, config, clock }: ApiServices) => {
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
    read: async (cursor: string): Promise<State> => {
      const [, id, page] = /^([0-9a-f]{32})\.(\d{1,9})$/.exec(cursor) ?? [];
      if (id === undefined || page === undefined)
        throw new InvalidParameters([{ parameter: 'cursor', detail: 'is no cursor of ours; begin with *' }]);
      const kept = await reach(redis.get(key(`${id}.${page}`)));
      if (kept === null) throw new NotFound('this walk has lapsed: begin with cursor=*', { gone: true });
      return stateSchema.parse(JSON.parse(kept));
    },
    write: async (id: string, state: State): Promise<void> => {
      const until = clock().getTime() + KEPT_SECONDS * 1000;
      await reach(
        Promise.all([
          redis.set(key(`${id}.${state.page}`), JSON.stringify(state), 'EX', KEPT_SECONDS),
          redis.zadd(all, until, id),
          redis.zadd(key(state.owner), until, id),
        ]),
      );
    },
    admit: async (id: string, owner: string, limit: number): Promise<void> => {
      const until = clock().getTime() + KEPT_SECONDS * 1000;
      const [mine, everybody] = await reach(Promise.all([count(key(owner)), count(all)]));
      if (mine >= limit || everybody >= most.all)
        throw new TooMany(`${mine} walks are under way; they lapse after ${KEPT_SECONDS} s`, KEPT_SECONDS);
      await reach(Promise.all([redis.zadd(all, until, id), redis.zadd(key(owner), until, id)]));
    },
    end: async (id: string, state: State, { elasticsearch }: ApiServices): Promise<void> => {
      await reach(Promise.all([redis.zrem(all, id), redis.zrem(key(state.owner), id)]));
      await closeView(elasticsearch, state.view);
    },
  };
};
type WalkStore = ReturnType<typeof createWalkStore>;

const selfLink = ({ links }: Understanding, { path }: Reader): Record<string, string> => ({
  self: linkTo(path, links, {}),
});

const cursorLinks = (cursor: string, understood: Understanding, reader: Reader) => ({
  nextCursor: cursor,
  links: {
    ...selfLink(understood, reader),
    next: linkTo(reader.path, understood.links, { cursor: [cursor] }),
  },
});

const render = (understood: Understanding, total: number, reader: Reader, { authorities }: ApiServices) => ({
  total: { count: total, exact: true },
  description: describeSearch(understood, understood.query, total, reader.language, authorities),
  facets: {},
  choices: readChoices(understood, reader, authorities),
  expansions: readExpansions(understood, reader, authorities),
  suggestion: null,
});
