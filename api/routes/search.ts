import type { Request, Response } from 'express';
import { InvalidParameters } from '../../domain/errors.ts';
import { linkTo } from '../../domain/public-address.ts';
import type { Gate } from '../access/caller.ts';
import { costOf } from '../access/cost.ts';
import { type SearchParams, searchSchema } from '../params/search.ts';
import { mediaTypeOf } from '../render/format.ts';
import { formatNamed, formats, type NamedFormat } from '../render/index.ts';
import { type CursorCaller, searchByCursor } from '../search/cursor-search.ts';
import type { SearchResult } from '../search/result.ts';
import { search } from '../search/search.ts';
import type { ApiServices } from '../services.ts';
import { defineRoute } from './define-route.ts';
import { originOf, readerOf, sendCacheable } from './read.ts';

/** `GET /v1/articles`, with the format as a parameter. */
const searchRoute = defineRoute({
  method: 'get',
  path: '/v1/articles',
  id: 'search',
  summary: 'Searches, with facets',
  query: searchSchema,
  cost: costOf,
  answers: Object.fromEntries(formats.map((format) => [mediaTypeOf(format), format.schema])),
  answer: (services, gate) => (asked) => answer(asked, formatNamed(asked.query.format), services, gate),
});

/** The same with a format's extension in the path. */
const endingRoutes = formats.map((format) =>
  defineRoute({
    method: 'get',
    path: `/v1/articles.${format.name}`,
    id: `search-${format.name}`,
    summary: `The same as ${format.name}, ignoring the parameter format`,
    query: searchSchema,
    cost: costOf,
    answers: { [mediaTypeOf(format)]: format.schema },
    answer: (services, gate) => (asked) => answer(asked, format, services, gate),
  }),
);

export const searchRoutes = [searchRoute, ...endingRoutes];

interface AskedSearch {
  readonly request: Request;
  readonly response: Response;
  readonly query: SearchParams;
}

const answer = async (
  { request, response, query: asked }: AskedSearch,
  format: NamedFormat,
  services: ApiServices,
  gate: Gate,
): Promise<void> => {
  if (asked.explain) await gate.require(request, 'admin');
  if (asked.fields?.includes('body'))
    await gate.require(request, 'read', { why: 'whole texts (fields=body)' });
  const params = withFormat(asked, format);
  const reader = {
    ...readerOf(request, '/v1/articles', params['ui-lang']),
    unlinked: format.kind === 'whole' ? [] : notMade,
  };
  const result =
    params.cursor === undefined
      ? await search(params, reader, services)
      : await searchByCursor(params, reader, await cursorCallerOf(request, gate), services);
  setLinks(response, result, originOf(services));
  const body = format.render(result, {
    fields: params.fields,
    origin: originOf(services),
    now: services.clock(),
  });
  // A cursor, an explanation and whole texts belong to one reader.
  if (params.explain || params.cursor !== undefined || params.fields?.includes('body'))
    response.set('Cache-Control', 'private, no-store').type(format.mediaType).send(body);
  else sendCacheable(request, response, format.mediaType, body);
};

const cursorCallerOf = async (request: Request, gate: Gate): Promise<CursorCaller> => {
  const { key, scopes } = await gate.callerOf(request);
  return {
    key: scopes.length > 0 ? key : null,
    address: request.ip ?? '',
    mayGoOn: scopes.includes('read') || scopes.includes('admin'),
  };
};

/** Parameters that links of feeds and tables to result pages leave out. */
const notMade = ['facets', 'highlight'] as const;

/** Feeds and tables have neither highlights nor counts, so the search skips them. Feeds are sorted by time by default. */
const withFormat = (params: SearchParams, format: NamedFormat): SearchParams => {
  if (format.kind === 'whole') return { ...params, format: format.name };
  const feed = format.kind === 'feed';
  if (params.cursor !== undefined && feed)
    throw new InvalidParameters([{ parameter: 'cursor', detail: 'is not for feeds: they page by next' }]);
  return {
    ...params,
    format: format.name,
    facets: [],
    highlight: false,
    context: feed ? 0 : params.context,
    sort: params.sort ?? (feed ? 'newest' : undefined),
  };
};

/** Proxies take a few kilobytes of headers, and clients 16; the same links are in the answer. */
const mostLinked = 4000;

/** RFC 8288. Of links that are too long the next page comes first. */
const setLinks = (response: Response, { links }: SearchResult, origin: string): void => {
  let left = mostLinked;
  const shown = ['next', 'prev', 'first', 'self'].flatMap((rel) => {
    const link = links[rel] === undefined ? '' : `<${linkTo(links[rel], origin)}>; rel="${rel}"`;
    if (link === '' || link.length > left) return [];
    left -= link.length;
    return [link];
  });
  if (shown.length > 0) response.set('Link', shown.join(', '));
};
