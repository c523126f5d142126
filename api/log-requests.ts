import type { Logger } from '../platform/log.ts';
import type { Gate } from './access/caller.ts';
import type { EndListener } from './ended-requests.ts';
import { traceOf } from './ingest/stream.ts';

/**
 * One line for every request at level info: route and key, but neither the query nor the caller's
 * address.
 */
export const logRequest =
  (log: Logger, gate: Gate): EndListener =>
  async (request, { method, route, status, seconds }) => {
    const key = (await gate.callerOf(request).catch(() => null))?.key ?? null;
    const ms = Math.round(seconds * 1000);
    log.info({ method, route, status, ms, key, trace: traceOf(request) }, 'request');
  };
