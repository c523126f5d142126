import type { RequestHandler } from 'express';
import type { Logger } from '../platform/log.ts';
import type { Gate } from './access/caller.ts';
import { methodOf, routeOf, statusOf } from './count-requests.ts';
import { traceOf } from './ingest/stream.ts';

/**
 * One line for every request at level info: route and key, but neither the words that were asked for nor the address
 * of who asked.
 */
export const logRequests =
  (log: Logger, gate: Gate): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.once('close', async () => {
      const ms = Math.round(performance.now() - began);
      const key = (await gate.callerOf(request).catch(() => null))?.key ?? null;
      log.info(
        {
          method: methodOf(request),
          route: routeOf(request),
          status: statusOf(response),
          ms,
          key,
          trace: traceOf(request),
        },
        'request',
      );
    });
    next();
  };
