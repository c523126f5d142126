import { Router } from 'express';
import { buildOpenApi } from '../openapi.ts';
import { onlyGet } from './only-get.ts';
import { sendJson } from './read.ts';
import type { RouteDescription } from './route.ts';

/** The OpenAPI document; the page `/docs` shows the same to readers. */
export const documentsRouter = (routes: readonly RouteDescription[]): Router => {
  const document = buildOpenApi(routes);
  return Router().use(onlyGet('/openapi.json', (request, response) => sendJson(request, response, document)));
};
