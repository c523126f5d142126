import express, { type RequestHandler, Router } from 'express';
import { MethodNotAllowed } from '../../domain/errors.ts';
import type { Gate } from '../access/caller.ts';
import { limitCost } from '../access/cost.ts';
import type { ApiServices } from '../services.ts';
import { refuseEmpty } from './read-body.ts';
import type { Route } from './route.ts';

/** Mounts routes. A known path answers other methods with 405 and `Allow` (RFC 9110, 15.5.6). */
export const routerOf = (routes: readonly Route[], services: ApiServices, gate: Gate): Router => {
  const router = Router();
  for (const [path, sharing] of byPath(routes)) {
    const place = router.route(toExpress(path));
    for (const route of sharing)
      place[route.method](...checksOf(route, services, gate), route.handler(services, gate));
    place.all(refuseOtherMethods(sharing.map(({ method }) => method)));
  }
  return router;
};

/** OpenAPI 3.1: paths without parameters are matched before those with. */
const byPath = (routes: readonly Route[]): readonly (readonly [string, readonly Route[]])[] => {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return [...paths].sort(([a], [b]) => countParameters(a) - countParameters(b));
};

const countParameters = (path: string): number => path.split('{').length;

const toExpress = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Checks the key first, so that a caller without access learns nothing about the answer. */
const checksOf = (
  { scope, basic = false, json, cost }: Route,
  services: ApiServices,
  gate: Gate,
): readonly RequestHandler[] => [
  ...(scope ? [requireScope(scope, basic, gate)] : []),
  ...(cost ? [limitCost(gate, services, cost)] : []),
  ...(json ? [express.json({ limit: json.limit, verify: refuseEmpty })] : []),
];

const requireScope =
  (scope: NonNullable<Route['scope']>, basic: boolean, gate: Gate): RequestHandler =>
  async (request, response, next) => {
    await gate.require(request, scope, { basic });
    // Answers that need a key are private by default; routes may override this.
    response.set('Cache-Control', 'private, no-store');
    next();
  };

/** For `.all` after the methods of a path. */
export const refuseOtherMethods = (methods: readonly string[]): RequestHandler => {
  const allowed = [
    ...methods.map((method) => method.toUpperCase()),
    ...(methods.includes('get') ? ['HEAD'] : []),
    'OPTIONS',
  ].sort();
  return (request, response, next) => {
    if (request.method !== 'OPTIONS') return next(new MethodNotAllowed(request.method, allowed));
    response.status(204).set('Allow', allowed.join(', ')).end();
  };
};
