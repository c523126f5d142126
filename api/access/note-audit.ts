import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AccessDenied } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import { type AuditRecord, writeAudit } from '../../platform/audit.ts';
import { OutOfBound } from '../ingest/errors.ts';
import type { ApiServices } from '../services.ts';
import type { Gate } from './caller.ts';

type Services = Pick<ApiServices, 'elasticsearch' | 'config' | 'clock' | 'log'>;

/** Writes the audit. If that fails, the log gets the record instead; the action is not undone (ADR 0057). */
export const noteAudit = (
  { elasticsearch, config, clock, log }: Services,
  record: AuditRecord,
): Promise<void> =>
  writeAudit(elasticsearch, indexNames(config.prefix).audit, record, clock()).catch((error: unknown) =>
    log.error({ err: error, audit: record }, 'the audit could not be written'),
  );

/** At most this many refusals per minute are recorded, so that callers without a key cannot fill the disk. */
const mostRefusals = 60;
const WINDOW_MS = 60_000;

/** Records writes that were refused because a key, scope or binding is missing; passes the error on. */
export const noteRefusals = (services: Services, gate: Gate): ErrorRequestHandler => {
  let window = { began: 0, noted: 0, passedOver: 0 };
  return async (error: unknown, request, _response, next) => {
    const isRefusal = error instanceof AccessDenied || error instanceof OutOfBound;
    if (!isRefusal || request.method === 'GET' || request.method === 'HEAD') return next(error);
    const now = services.clock().getTime();
    const { passedOver } = window;
    if (now - window.began > WINDOW_MS) window = { began: now, noted: 0, passedOver: 0 };
    if (window.noted >= mostRefusals) {
      window.passedOver += 1;
      return next(error);
    }
    window.noted += 1;
    const key = (await gate.callerOf(request).catch(() => null))?.key ?? null;
    await noteAudit(services, {
      key,
      action: 'refused',
      subject: `${request.method} ${request.path.slice(0, 300)}`,
      address: request.ip,
      detail: {
        why: error.message.slice(0, 300),
        ...(window.noted === 1 && passedOver > 0 ? { passedOver } : {}),
      },
    });
    next(error);
  };
};

/** Records what an admin does on the queues' board, and the result. */
export const noteQueueActions =
  (services: Services, gate: Gate): RequestHandler =>
  async (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const { key } = await gate.callerOf(request, { basic: true });
    response.on('finish', () => {
      void noteAudit(services, {
        key,
        action: 'queue-action',
        subject: `${request.method} ${request.originalUrl.split('?')[0]?.slice(0, 300) ?? ''}`,
        address: request.ip,
        detail: { status: response.statusCode },
      });
    });
    next();
  };
