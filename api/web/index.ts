import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Gate } from '../access/caller.ts';
import { costOfTimeline, fixedCosts, limitCost } from '../access/cost.ts';
import { allowances, limitRate } from '../access/limits.ts';
import { routes } from '../routes/index.ts';
import { onlyGet } from '../routes/only-get.ts';
import { originOf } from '../routes/read.ts';
import type { ApiServices } from '../services.ts';
import { answerPage, type Draw, type Page } from './answer-page.ts';
import { buildAssets, workerPolicy } from './assets.ts';
import { type Asset, buildServiceWorker } from './build-box.ts';
import { demoPages, drawDemoList } from './demo/pages.ts';
import {
  countResults,
  drawAbout,
  drawArticle,
  drawChart,
  drawMissing,
  drawPerson,
  drawSearch,
  drawSources,
  drawValues,
  drawVersions,
} from './look-ups.ts';
import { print } from './markup.ts';
import { drawPage } from './page.ts';
import { costOfArticlePage, costOfPersonPage, costOfSearchPage, costOfValuesPage } from './page-searches.ts';
import { drawDocs } from './pages/docs-page.ts';
import { drawOffline } from './pages/problem-page.ts';
import { sendCitation } from './send-citation.ts';
import { siteFilesRouter } from './site-files.ts';
import { type AnswerPrivately, subscriptionRouter } from './subscription-router.ts';

/** The results page, the pages of articles and people, the search box and its demonstrations. */
export const webRouter = (services: ApiServices, gate: Gate): Router => {
  const building = buildAssets();
  // A failed build is reported when a page is requested; it does not end the service.
  building.catch((error: unknown) =>
    services.log.error({ err: error }, 'the pages’ scripts cannot be built'),
  );
  const worker = building.then(({ styleSource }) => buildServiceWorker(styleSource));
  worker.catch(() => {});
  // Counted with the searches of the API.
  const rate = limitRate(allowances.search, gate, services);
  const common = {
    building,
    origin: originOf(services),
    clock: services.clock,
    log: services.log,
    count: countResults(services),
    mails: services.config.mail !== null,
  };
  const page = (draw: Draw, cost?: Parameters<typeof limitCost>[2]) => {
    const limits = [rate, limitCost(gate, services, cost)];
    return (request: Request, response: Response, next: NextFunction) =>
      answerPage(request, response, next, { ...common, limits, draw });
  };
  const router = Router();
  router.use(onlyGet('/', page(drawSearch(services), costOfSearchPage)));
  router.use(onlyGet('/values/:id', page(drawValues(services), costOfValuesPage)));
  router.use(onlyGet('/chart', page(drawChart(services), costOfTimeline)));
  router.use(onlyGet('/articles/:id', page(drawArticle(services), costOfArticlePage)));
  router.use(
    onlyGet(
      '/articles/:id/versions',
      page(drawVersions(services), () => fixedCosts.versions),
    ),
  );
  router.use(onlyGet('/people/:id', page(drawPerson(services), costOfPersonPage)));
  router.use(
    onlyGet('/articles/:id/cite', rate, limitCost(gate, services, costOfArticlePage), sendCitation(services)),
  );
  router.use(onlyGet('/about', page(drawAbout(services))));
  router.use(onlyGet('/sources', page(drawSources(services))));
  router.use(siteFilesRouter(services));
  router.use(
    subscriptionRouter(services, answerPrivately({ ...common, limits: [rate, limitCost(gate, services)] })),
  );
  router.use(onlyGet('/docs', page(drawApi)));
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
    if (asset) return sendScript(request, response, asset, 'public, max-age=31536000, immutable');
    if (request.path === '/search-box.js') return sendScript(request, response, box, 'public, max-age=300');
    next();
  });
  router.get('/service-worker.js', async (request, response) => {
    response.set('Content-Security-Policy', workerPolicy);
    sendScript(request, response, await worker, 'no-cache');
  });
  router.use(onlyGet('/offline', page(drawOffline)));
  const missing = page(drawMissing);
  router.get(ofReaders, (request, response, next) =>
    wantsPage(request) ? missing(request, response, next) : next(),
  );
  // An address that cannot be decoded, or a demonstration that cannot be made.
  router.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (!ofReaders.test(request.path) || !wantsPage(request)) return next(error);
    const failing = page(() => {
      throw error;
    });
    return failing(request, response, next);
  });
  return router;
};

/** For pages that contain a token, or answer a form. */
const answerPrivately =
  (common: Omit<Page, 'draw'>): AnswerPrivately =>
  (draw) =>
  (request, response, next) =>
    answerPage(request, response, next, {
      ...common,
      draw: (context, id) =>
        draw(context, {
          id,
          client: request.ip ?? '',
          status: (code) => void response.status(code),
          redirect: (url) => {
            response.set('Cache-Control', 'no-store').redirect(303, url);
            return null;
          },
        }),
      send: (_request, _response, mediaType, body) => {
        response.set('Cache-Control', 'private, no-store').type(mediaType).send(body);
      },
    });

/** Every path but those of programs. */
const ofReaders = /^\/(?!v1\/|admin\/)/;

const wantsPage = (request: Request): boolean => request.accepts(['json', 'html']) === 'html';

const sendScript = (
  request: Request,
  response: Response,
  { type, content, packed }: Asset,
  caching: string,
): void => {
  response.set({
    'Content-Type': type,
    'Cache-Control': caching,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Timing-Allow-Origin': '*',
  });
  response.vary('Accept-Encoding');
  if (request.acceptsEncodings('br') !== 'br') {
    response.send(content);
    return;
  }
  response.set('Content-Encoding', 'br').send(packed);
};

const drawApi: Draw = (context) =>
  drawPage(
    { title: 'API – Dateline', indexed: true, canonical: `${context.origin}/docs`, main: drawDocs(routes) },
    context,
  );

const drawDemo: Draw = (context) =>
  drawPage(
    { title: 'The search box – Dateline', indexed: true, main: drawDemoList(context.assets, context.origin) },
    context,
  );
