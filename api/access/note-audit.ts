import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AccessDenied } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import { type AuditRecord, writeAudit } from '../../platform/audit.ts';
import { OutOfBound } from '../ingest/errors.ts';
import type { ApiServices } from '../services.ts';
import type { Gate } from './caller.ts';

type Services = Pick<ApiServices, 'elasticsearch' | 'config' | 'clock' | 'log'>;

/** Writes the audit; where that fails the log has it: what was done stands (ADR 0057). */
export const noteAudit = (
  { elasticsearch, config, clock, log }: Services,
  record: AuditRecord,
): Promise<void> =>
  writeAudit(elasticsearch, indexNames(config.prefix).audit, record, clock()).catch((error: unknown) =>
    log.error({ err: error, audit: record }, 'the audit could not be written'),
  );

/** Refusals a minute that are noted one by one: whoever has no key must not fill the disk. */
const mostRefusals = 60;
const WINDOW_MS = 60_000;

/** Notes writes that were refused for want of a key, a scope or a bound; passes the error on. */
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

/** Notes what an admin does to queues by their board, and how it ended. */
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
