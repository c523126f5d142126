import type { Request, RequestHandler } from 'express';
import type { Metrics } from '../platform/metrics.ts';

/** Notes how long every request took and how it ended; one that the caller broke off counts as `499`. */
export const countRequests =
  ({ httpSeconds }: Pick<Metrics, 'httpSeconds'>): RequestHandler =>
  (request, response, next) => {
    const stop = httpSeconds.startTimer();
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : 499;
      stop({ method: methodOf(request), route: routeOf(request), status: String(status) });
    });
    next();
  };

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = ({ method }: Request): string => (methods.has(method) ? method : 'other');

/** The pattern that matched; a path would make a new time series for every article. */
const routeOf = ({ route, baseUrl }: Request): string => {
  const path: unknown = route?.path;
  if (typeof path === 'string') return `${baseUrl}${path}`;
  return path instanceof RegExp ? `${baseUrl}${path.source}` : 'none';
};
