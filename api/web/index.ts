import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { createFormerQueue } from '../../platform/former.ts';
import type { Gate } from '../access/caller.ts';
import { costOfTimeline, limitCost } from '../access/cost.ts';
import { allowances, limitRate } from '../access/limits.ts';
import { parseParameters, readQuery } from '../params/read.ts';
import { type SearchParams, searchSchema, uiLang } from '../params/search.ts';
import { readNetwork } from '../people/network.ts';
import { matchFor } from '../query/long-query.ts';
import { versionsParams } from '../routes/article.ts';
import { onlyGet } from '../routes/only-get.ts';
import { originOf, queryOf } from '../routes/read.ts';
import { countAcross, inTime, moreThan } from '../search/count-across.ts';
import { findPerson } from '../search/people.ts';
import type { Reader } from '../search/result.ts';
import { search } from '../search/search.ts';
import type { ApiServices } from '../services.ts';
import { timelineParams } from '../timeline/schema.ts';
import { readTimeline } from '../timeline/timeline.ts';
import { listCopies } from '../versions/copies.ts';
import { findStanding, listVersions, type VersionQuestion } from '../versions/versions.ts';
import { buildAssets, pagePolicy, type WebAssets } from './assets.ts';
import type { Asset } from './build-box.ts';
import { demoPages, drawDemoList } from './demo/pages.ts';
import { type Markup, print } from './markup.ts';
import { contextOf, drawPage, type PageContext } from './page.ts';
import { drawArticlePage, type Related } from './pages/article-page.ts';
import { drawChartPage } from './pages/chart-page.ts';
import { drawPersonPage } from './pages/person-page.ts';
import { drawProblem } from './pages/problem-page.ts';
import { drawSearchPage } from './pages/search-page.ts';
import { drawVersionsPage } from './pages/versions-page.ts';

type Draw = (context: PageContext, id: string) => Promise<Markup> | Markup;

/** The results page, the pages of articles and people, the search box and its demonstrations. */
export const webRouter = (services: ApiServices, gate: Gate): Router => {
  const building = buildAssets();
  // Whoever asks for a page is told; until then a failed build is no reason to end the service.
  building.catch((error: unknown) =>
    services.log.error({ err: error }, 'the pages’ scripts cannot be built'),
  );
  // Counted with the searches of the API: a page costs as much.
  const rate = limitRate(allowances.search, gate, services);
  const limits = [rate, limitCost(gate, services)];
  const page = (draw: Draw) => (request: Request, response: Response, next: NextFunction) =>
    answer(request, response, next, { building, limits, draw, origin: originOf(services) });
  const router = Router();
  router.use(onlyGet('/', page(drawSearch(services))));
  const chartLimits = [rate, limitCost(gate, services, costOfTimeline)];
  router.use(
    onlyGet('/chart', (request, response, next) =>
      answer(request, response, next, {
        building,
        limits: chartLimits,
        draw: drawChart(services),
        origin: originOf(services),
      }),
    ),
  );
  router.use(onlyGet('/articles/:id', page(drawArticle(services))));
  router.use(onlyGet('/articles/:id/versions', page(drawVersions(services))));
  router.use(onlyGet('/people/:id', page(drawPerson(services))));
  router.use(onlyGet('/demo', page(drawDemo)));
  router.get('/demo/:name', async (request, response, next) => {
    const demo = demoPages.find(({ name }) => name === request.params.name);
    if (!demo) return next();
    const text = await print(demo.draw(await building));
    response.removeHeader('Content-Security-Policy');
    if (demo.policy) response.set('Content-Security-Policy', demo.policy);
    response.type('html').send(demo.quirks ? text.replace('<!doctype html>', '') : text);
  });
  router.get(/^\/(search-box|page)(\.[0-9a-f]{12})?\.js$/, async (request, response, next) => {
    const { box, script } = await building;
    const asset = [box, script].find(({ path }) => path === request.path);
    if (asset) return sendScript(response, asset, 'public, max-age=31536000, immutable');
    if (request.path === '/search-box.js') return sendScript(response, box, 'public, max-age=300');
    next();
  });
  return router;
};

const sendScript = (response: Response, { type, content }: Asset, caching: string): void => {
  response
    .set({
      'Content-Type': type,
      'Cache-Control': caching,
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Timing-Allow-Origin': '*',
    })
    .send(content);
};

interface Page {
  readonly building: Promise<WebAssets>;
  readonly limits: readonly RequestHandler[];
  readonly draw: Draw;
  readonly origin: string;
}

/** @throws what the handler refuses with */
const passThrough = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void handler(request, response, (error: unknown) => (error ? reject(error) : resolve()));
  });

const answer = async (
  request: Request,
  response: Response,
  next: NextFunction,
  { building, limits, draw, origin }: Page,
): Promise<void> => {
  const assets = await building;
  const query = queryOf(request);
  const context = contextOf(
    { given: query.get('ui-lang') ?? undefined, accepted: request.get('accept-language') },
    { assets, origin, path: request.path, query },
  );
  response.set({
    'Content-Security-Policy': pagePolicy(assets),
    'Referrer-Policy': 'no-referrer',
    'Content-Language': context.language,
  });
  response.vary('Accept-Language');
  try {
    for (const limit of limits) await passThrough(limit, request, response);
    const { id } = request.params;
    const markup = await draw(context, typeof id === 'string' ? id : '');
    response.set('Cache-Control', 'public, max-age=30, stale-if-error=600');
    response.type('html').send(await print(markup));
  } catch (error) {
    const problem = drawProblem(error, context);
    if (!problem) return next(error);
    if (problem.retryAfter) response.set('Retry-After', String(problem.retryAfter));
    response.set('Cache-Control', 'no-store');
    response
      .status(problem.status)
      .type('html')
      .send(await print(problem.page));
  }
};

const readerFor = ({ language }: PageContext) => ({ language, path: '/' });

/** An empty form field means "not given"; the API itself would refuse it. */
const withoutEmpty = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([, value]) => value.trim() !== ''));

/** The plain form cannot choose as the box does. Written down, so that every link of the page keeps the choice. */
const withMatch = (query: URLSearchParams): URLSearchParams => {
  const chosen = query.has('match') || matchFor(query.get('q') ?? '') === 'all';
  return chosen ? query : new URLSearchParams([...query, ['match', 'any']]);
};

/** So long the results of a page wait for the count of what translations would find. */
const offerPatienceMs = 300;

const drawSearch =
  (services: ApiServices): Draw =>
  async (asked) => {
    const context = { ...asked, query: withMatch(withoutEmpty(asked.query)) };
    const params = parseParameters(searchSchema, readQuery(context.query));
    const asPage = forPage(params);
    const counting = countAcross(asPage, readerFor(context), services);
    const result = await search(asPage, readerFor(context), services);
    const translated = await inTime(counting, offerPatienceMs);
    return drawSearchPage(params, result, context, translated && moreThan(result, translated));
  };

/** A page shows one format; cursors, and explanations for administrators, are only in the API. */
const forPage = (params: SearchParams): SearchParams => ({
  ...params,
  cursor: undefined,
  format: 'json',
  explain: false,
});

const drawChart =
  (services: ApiServices): Draw =>
  async (asked) => {
    const context = { ...asked, query: withoutEmpty(asked.query) };
    const params = parseParameters(timelineParams, readQuery(context.query));
    return drawChartPage(params, await readTimeline(params, context.language, services), context);
  };

const onlyLanguage = z.object({ 'ui-lang': uiLang });

/** Copies and what resembles an article stand beside it: without them it is still shown. */
const findRelated = async (id: string, reader: Reader, services: ApiServices): Promise<Related> => {
  try {
    const [copies, alike] = await Promise.all([
      listCopies(id, reader, services),
      search(parseParameters(searchSchema, { like: [id], ...fewAlike }), reader, services),
    ]);
    return { copies, alike: alike.results };
  } catch (error) {
    services.log.warn({ err: error }, 'copies and similar articles were not looked up');
    return { copies: null, alike: [] };
  }
};

const fewAlike = { 'page-size': ['5'], facets: [''], highlight: ['false'], collapse: ['story'] };

const drawArticle =
  (services: ApiServices): Draw =>
  async (context, id) => {
    parseParameters(onlyLanguage, readQuery(context.query));
    const reader = readerFor(context);
    const article = await findStanding(id, reader, services);
    return drawArticlePage(article, await findRelated(id, reader, services), context);
  };

/** Pages know no key, so nothing under embargo is shown. */
const drawVersions = (services: ApiServices): Draw => {
  const queue = createFormerQueue(services.redis, services.config.prefix);
  return async (context, id) => {
    const between = parseParameters(versionsParams, readQuery(context.query));
    const question: VersionQuestion = { id, reader: readerFor(context), sightOf: () => 'reader' };
    return drawVersionsPage(await listVersions(question, between, services, queue), context);
  };
};

const drawPerson =
  (services: ApiServices): Draw =>
  async (context, id) => {
    parseParameters(onlyLanguage, readQuery(context.query));
    const reader = readerFor(context);
    const params = parseParameters(searchSchema, { person: [id], sort: ['newest'], facets: ['date'] });
    const byline = parseParameters(searchSchema, {
      author: [id],
      sort: ['newest'],
      facets: [''],
      'page-size': ['10'],
    });
    const [person, found, written, network] = await Promise.all([
      findPerson(id, reader, services),
      search(params, reader, services),
      search(byline, reader, services),
      readNetwork({ id, size: 20, language: reader.language }, services),
    ]);
    const roles = services.authorities.people.get(id)?.roles ?? [];
    return drawPersonPage({ person, roles, found, written, network }, context);
  };

const drawDemo: Draw = (context) =>
  drawPage(
    { title: 'The search box – Dateline', indexed: true, main: drawDemoList(context.assets, context.origin) },
    context,
  );
