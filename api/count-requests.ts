import type { Request, RequestHandler, Response } from 'express';
import type { Metrics } from '../platform/metrics.ts';

/** Notes how long every request took and how it ended. */
export const countRequests =
  ({ httpSeconds }: Pick<Metrics, 'httpSeconds'>): RequestHandler =>
  (request, response, next) => {
    const stop = httpSeconds.startTimer();
    response.once('close', () => {
      stop({ method: methodOf(request), route: routeOf(request), status: String(statusOf(response)) });
    });
    next();
  };

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
export const methodOf = ({ method }: Request): string => (methods.has(method) ? method : 'other');

/** The pattern that matched; a path would make a new time series for every article. */
export const routeOf = ({ route, baseUrl }: Request): string => {
  const path: unknown = route?.path;
  if (typeof path === 'string') return `${baseUrl}${path}`;
  return path instanceof RegExp ? `${baseUrl}${path.source}` : 'none';
};

/** A request that its caller broke off counts as 499. */
export const statusOf = (response: Response): number =>
  response.writableFinished ? response.statusCode : 499;
