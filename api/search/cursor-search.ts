import { createHash, randomBytes } from 'node:crypto';
import { AccessDenied, InvalidParameters } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import { subnetsOf } from '../access/subnets.ts';
import type { SearchParams } from '../params/search.ts';
import type { ApiServices } from '../services.ts';
import { type ChoiceCounts, planChoices, readChoiceCounts } from './choices.ts';
import { countUnshown } from './count-unshown.ts';
import {
  BRIEFLY_KEPT_SECONDS,
  type CursorState,
  type CursorStore,
  createCursorStore,
  keptFor,
} from './cursor-store.ts';
import { describeSearch } from './describe.ts';
import { MOST_PEOPLE, shownFields, summarize } from './hit.ts';
import { linkTo } from './links.ts';
import { queryOf, sortKeys } from './plan.ts';
import { openView, searchView } from './point-in-time.ts';
import { readSmaller } from './read-listed.ts';
import { renderChoices, renderExpansions } from './render-choices.ts';
import type { Reader, SearchResult } from './result.ts';
import { totalHits } from './search-articles.ts';
import { leaveOutUnshown } from './shown-hits.ts';
import { findStillShown } from './still-shown.ts';
import { foundBy, sayTranslations } from './translations.ts';
import { type Understanding, understand } from './understand.ts';

/** The cursor's owner: cursors are counted by key, or by network without a key. */
export interface CursorCaller {
  readonly key: string | null;
  readonly address: string;
  /** Whether the key allows reading more than `MOST_WITHOUT_KEY` results. */
  readonly mayGoOn: boolean;
}

/** Results that a cursor reads without a read key. */
export const MOST_WITHOUT_KEY = 10_000;

/**
 * One page of a cursor. The point in time and the position are kept in Redis for a while; the cursor that the
 * caller holds is a signed name for them (ADR 53).
 *
 * @throws {NotFound} with `gone`, if the cursor has expired
 * @throws {AccessDenied} after `MOST_WITHOUT_KEY` results, without a read key
 * @throws {TooMany} if too many cursors are open
 * @throws {SearchUnavailable} without Redis
 */
export const searchByCursor = async (
  params: SearchParams,
  reader: Reader,
  caller: CursorCaller,
  services: ApiServices,
): Promise<SearchResult> => {
  const started = performance.now();
  refuseMixtures(params);
  const understood = understand({ ...params, facets: [] }, services.authorities, { unlinked: ['facets'] });
  const store = createCursorStore(services);
  const print = fingerprint(params);
  const begun = params.cursor === '*' ? await begin(print, caller, services, store) : null;
  const id = begun?.id ?? (params.cursor ?? '').split('.')[0] ?? '';
  const state = begun?.state ?? (await store.read(params.cursor ?? ''));
  if (state.search !== print)
    throw new InvalidParameters([
      { parameter: 'cursor', detail: 'belongs to a search with other parameters' },
    ]);
  if (state.seen >= MOST_WITHOUT_KEY && !caller.mayGoOn)
    throw new AccessDenied('read', {
      known: caller.key !== null,
      why: `more than ${MOST_WITHOUT_KEY} results`,
    });
  const view = { id: state.view, keepAlive: `${keptFor(state.owners)}s` };
  const page = {
    size: params['page-size'],
    query: queryOf(
      understood.text,
      understood.filters.map(({ clause }) => clause),
    ),
    track_total_hits: true,
    sort: sortKeys(understood),
    _source: [...shownFields],
    ...(state.after.length > 0 ? { search_after: state.after } : {}),
  };
  const { answer, lacksNames } = await services.searchLimit.run(() =>
    readSmaller(async ({ smaller, mostBytes, complete }) => {
      const body = smaller(page);
      const answer = await searchView(services.elasticsearch, view, body, mostBytes);
      return { all: answer, shown: complete(leaveOutUnshown(answer, body, countUnshown(services))) };
    }),
  );
  const { hits } = answer.all.hits;
  const shown = answer.shown.hits.hits;
  const stillShown = await findStillShown(
    shown.flatMap(({ _source }) => _source?.id ?? []),
    services,
  );
  const last = hits.at(-1)?.sort;
  const more = hits.length === params['page-size'] && last !== undefined;
  const next = { ...state, page: state.page + 1, after: last ?? [], seen: state.seen + hits.length };
  if (more) await store.write(id, next);
  else await store.end(id, state, services);
  const total = totalHits(answer.all);
  const named = shown.flatMap(({ _source }) => _source?.people.slice(0, MOST_PEOPLE) ?? []);
  await services.authorities.printed?.learn(named);
  const calls = planChoices(understood, indexNames(services.config.prefix));
  const counts = readChoiceCounts(understood, await services.execute(calls));
  return {
    ...render(understood, { total, counts, lacksNames }, reader, services),
    took: Math.round(performance.now() - started),
    results: shown.flatMap(({ _source, matched_queries }) =>
      _source && stillShown.has(_source.id)
        ? [
            {
              ...summarize(_source, reader, services.authorities),
              ...(understood.across ? { found: foundBy(matched_queries) } : {}),
            },
          ]
        : [],
    ),
    ...(more
      ? cursorLinks(await store.cursorOf(id, next), understood, reader)
      : { links: selfLink(understood, reader) }),
  };
};

const refuseMixtures = (params: SearchParams): void => {
  if (params.collapse)
    throw new InvalidParameters([{ parameter: 'collapse', detail: 'goes with page, not with cursor' }]);
  if (params.like !== undefined)
    throw new InvalidParameters([{ parameter: 'like', detail: 'goes with page, not with cursor' }]);
  if (params.context > 0 || params.fields?.includes('body'))
    throw new InvalidParameters([
      {
        parameter: params.context > 0 ? 'context' : 'fields',
        detail: 'shows texts with page, not with cursor',
      },
    ]);
  if (params.page !== 1)
    throw new InvalidParameters([{ parameter: 'page', detail: 'cannot be combined with cursor' }]);
  if (params['page-size'] === 0)
    throw new InvalidParameters([{ parameter: 'page-size', detail: 'must be at least 1 with cursor' }]);
};

const fingerprint = ({ cursor: _, ...params }: SearchParams): string =>
  createHash('sha256').update(JSON.stringify(params)).digest('base64url');

const begin = async (
  search: string,
  caller: CursorCaller,
  services: ApiServices,
  store: CursorStore,
): Promise<{ id: string; state: CursorState }> => {
  const id = randomBytes(16).toString('hex');
  const owners = { key: caller.key, subnets: subnetsOf(caller.address) };
  await store.admit(id, owners);
  try {
    const { articles } = indexNames(services.config.prefix);
    const view = await openView(services.elasticsearch, articles, `${BRIEFLY_KEPT_SECONDS}s`);
    return { id, state: { view, search, page: 1, after: [], seen: 0, owners } };
  } catch (error) {
    await store.leave(id, owners);
    throw error;
  }
};

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

const render = (
  understood: Understanding,
  {
    total,
    counts,
    lacksNames,
  }: { readonly total: number; readonly counts: ChoiceCounts; readonly lacksNames: boolean },
  reader: Reader,
  { authorities }: ApiServices,
) => ({
  total: { count: total, exact: true },
  description: describeSearch(understood, understood.query, total, reader, authorities),
  facets: {},
  ...sayTranslations(understood, reader, { lacksNames }),
  choices: renderChoices(understood, counts, reader, authorities),
  expansions: renderExpansions(understood, reader, authorities),
  suggestion: null,
});
