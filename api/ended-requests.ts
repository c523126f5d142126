import type { Request, RequestHandler, Response } from 'express';
import type { Metrics } from '../platform/metrics.ts';

/** Data of a request after its answer. */
export interface EndedRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export type EndListener = (request: Request, ended: EndedRequest) => void;

/** Reports duration and outcome of every request to all subscribers, with one listener per response. */
export const whenEnded =
  (...listeners: readonly EndListener[]): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const ended = {
        method: methodOf(request),
        route: routeOf(request),
        status: statusOf(response),
        seconds: (performance.now() - began) / 1000,
      };
      for (const listener of listeners) listener(request, ended);
    });
    next();
  };

export const countRequest =
  ({ httpSeconds }: Pick<Metrics, 'httpSeconds'>): EndListener =>
  (_request, { method, route, status, seconds }) =>
    httpSeconds.observe({ method, route, status: String(status) }, seconds);

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = ({ method }: Request): string => (methods.has(method) ? method : 'other');

/** The pattern that matched; a path would make a new time series for every article. */
const routeOf = ({ route, baseUrl }: Request): string => {
  const path: unknown = route?.path;
  if (typeof path === 'string') return `${baseUrl}${path}`;
  return path instanceof RegExp ? `${baseUrl}${path.source}` : 'none';
};

/** A request that the caller aborted counts as 499. */
const statusOf = (response: Response): number => (response.writableFinished ? response.statusCode : 499);
