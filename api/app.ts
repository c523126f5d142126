import compression from 'compression';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import { NotFound } from '../domain/errors.ts';
import { createGate, type Gate } from './access/caller.ts';
import { limitCost } from './access/cost.ts';
import { createKeyStore } from './access/key-store.ts';
import { allowances, limitRate } from './access/limits.ts';
import { noteRefusals } from './access/note-audit.ts';
import { onlyRealAddresses } from './access/real-address.ts';
import { onlySameSite } from './access/same-site.ts';
import { countRequest, whenEnded } from './ended-requests.ts';
import { onlyPlainBodies } from './ingest/plain-bodies.ts';
import { logRequest } from './log-requests.ts';
import { answerProblems } from './problem.ts';
import { crawlersRouter } from './routes/crawlers.ts';
import { documentsRouter } from './routes/documents.ts';
import { healthRouter } from './routes/health.ts';
import { routes } from './routes/index.ts';
import { queuesRouter } from './routes/queues.ts';
import { routerOf } from './routes/router.ts';
import type { ApiServices } from './services.ts';

/** Routers in addition to the routes of the API, for the pages. Mounted before the answer for unknown paths. */
export type MountedRouter = (services: ApiServices, gate: Gate) => Router;

/** The whole HTTP service, without opening a socket or client. */
export const createApp = (services: ApiServices, mounted: readonly MountedRouter[] = []): Express => {
  const { config, clock } = services;
  const keys = createKeyStore(services.elasticsearch, config.prefix);
  const gate = createGate(keys, { developmentKey: config.api.developmentKey, clock });
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.set('trust proxy', config.api.trustedProxies);
  app.use(helmet({ crossOriginResourcePolicy: { policy: 'cross-origin' } }));
  app.use(sendElsewhere(services));
  app.use(onlyRealAddresses);
  app.use(healthRouter(services, gate));
  const logged = config.accessLog ? [logRequest(services.log, gate)] : [];
  app.use(whenEnded(countRequest(services.metrics), ...logged));
  app.use(compression({ filter: isWorthPacking }));
  app.use('/v1', allowReading);
  const limitSuggest = limitRate(allowances.suggest, gate, services);
  const limitSearch = limitRate(allowances.search, gate, services);
  app.use('/v1', (request, response, next) =>
    (request.path === '/suggest' ? limitSuggest : limitSearch)(request, response, next),
  );
  app.use('/v1', refuseBadKeys(gate));
  app.use('/admin', onlySameSite);
  app.use(onlyPlainBodies);
  app.use(documentsRouter(routes));
  app.use(crawlersRouter(services, [limitSearch, limitCost(gate, services, () => COST_OF_SITEMAP)]));
  app.use(routerOf(routes, services, gate));
  app.use(queuesRouter(services, gate));
  for (const mount of mounted) app.use(mount(services, gate));
  app.use((request, _response, next) =>
    next(new NotFound(`no route ${request.method} ${request.path.slice(0, 100)}`)),
  );
  app.use(noteRefusals(services, gate));
  app.use(answerProblems(services.log));
  return app;
};

/** A sitemap reads every article. */
const COST_OF_SITEMAP = 100;

/** During shutdown each answer closes its connection, so that no request is sent on a connection that just closed. */
const sendElsewhere =
  ({ closing }: ApiServices): express.RequestHandler =>
  (_request, response, next) => {
    if (closing.aborted) response.set('Connection', 'close');
    next();
  };

/** Rejects a mistyped, revoked or expired key even if none is required, so that its sender notices. */
const refuseBadKeys =
  (gate: Gate): express.RequestHandler =>
  async (request, _response, next) => {
    await gate.callerOf(request);
    next();
  };

/** The library's list of compressible types lacks NDJSON. */
const isWorthPacking: compression.CompressionFilter = (request, response) =>
  String(response.getHeader('Content-Type')).startsWith('application/x-ndjson') ||
  compression.filter(request, response);

/** Any site may read; keys are sent in headers, never in cookies. */
const allowReading: express.RequestHandler = (request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Link, ETag, Retry-After, RateLimit, RateLimit-Policy, Export-Token',
    'X-Robots-Tag': 'noindex',
  });
  if (request.method !== 'OPTIONS') return next();
  response
    .set({
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Authorization, api-key',
      'Access-Control-Max-Age': '86400',
    })
    .status(204)
    .end();
};
