import { type Request, type Response, Router } from 'express';
import { InvalidParameters } from '../../domain/errors.ts';
import type { Gate } from '../access/caller.ts';
import { type SearchFormat, type SearchParams, searchFormats, searchSchema } from '../params/search.ts';
import type { Format } from '../render/format.ts';
import { formats } from '../render/index.ts';
import type { SearchResult } from '../search/result.ts';
import { search } from '../search/search.ts';
import { type Walker, walk } from '../search/walk.ts';
import type { ApiServices } from '../services.ts';
import { originOf, parametersOf, readerOf, sendCacheable } from './read.ts';

/** `GET /v1/articles`, and the same with a format's ending. */
export const searchRouter = (services: ApiServices, gate: Gate): Router =>
  Router()
    .get('/v1/articles', (request, response) => answer(request, response, null, services, gate))
    .get(/^\/v1\/articles\.(json|ndjson|csv|rss|atom|jsonfeed)$/, (request, response) =>
      answer(request, response, endingOf(request.path), services, gate),
    );

const endingOf = (path: string): SearchFormat | null =>
  searchFormats.find((format) => path.endsWith(`.${format}`)) ?? null;

const answer = async (
  request: Request,
  response: Response,
  ending: SearchFormat | null,
  services: ApiServices,
  gate: Gate,
): Promise<void> => {
  const asked = parametersOf(request, searchSchema);
  if (asked.explain) await gate.require(request, 'admin');
  const format = formats[ending ?? asked.format];
  const params = withFormat(asked, format);
  const reader = {
    ...readerOf(request, '/v1/articles', params['ui-lang']),
    unlinked: format.full ? [] : notMade,
  };
  const result =
    params.cursor === undefined
      ? await search(params, reader, services)
      : await walk(params, reader, await walkerOf(request, gate), services);
  setLinks(response, result);
  const body = format.render(result, { params, origin: originOf(request), now: services.clock() });
  // A walk and an explanation are one reader's own.
  if (params.explain || params.cursor !== undefined)
    response.set('Cache-Control', 'private, no-store').type(format.mediaType).send(body);
  else sendCacheable(request, response, format.mediaType, body);
};

const walkerOf = async (request: Request, gate: Gate): Promise<Walker> => {
  const { key, scopes } = await gate.callerOf(request);
  return {
    key: scopes.length > 0 ? key : null,
    address: request.ip ?? '',
    mayGoOn: scopes.includes('read') || scopes.includes('admin'),
  };
};

/** What feeds and tables leave out; the pages that they lead to do not. */
const notMade = ['facets', 'highlight'] as const;

/** Feeds and tables show neither marks nor counts: they are not made. Feeds are in order of time unless asked. */
const withFormat = (params: SearchParams, format: Format): SearchParams => {
  if (format.full) return { ...params, format: format.name };
  const feed = format.name === 'rss' || format.name === 'atom' || format.name === 'jsonfeed';
  if (params.cursor !== undefined && feed)
    throw new InvalidParameters([{ parameter: 'cursor', detail: 'is not for feeds: they page by next' }]);
  return {
    ...params,
    format: format.name,
    facets: [],
    highlight: false,
    sort: params.sort ?? (feed ? 'newest' : undefined),
  };
};

/** RFC 8288. */
const setLinks = (response: Response, { links }: SearchResult): void => {
  const shown = ['self', 'first', 'prev', 'next'].flatMap((rel) =>
    links[rel] === undefined ? [] : [`<${links[rel]}>; rel="${rel}"`],
  );
  response.set('Link', shown.join(', '));
};
