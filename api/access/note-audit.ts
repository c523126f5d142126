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

/** At most this many records of a kind per minute, so that callers without a key cannot fill the disk. */
const mostPerMinute = 60;
const WINDOW_MS = 60_000;

type NoteAudit = typeof noteAudit;

/** `noteAudit`, but only so often; the first record of a minute says how many were passed over before. */
export const noteSometimes = (): NoteAudit => {
  let window = { began: 0, noted: 0, passedOver: 0 };
  return async (services, record) => {
    const now = services.clock().getTime();
    const { passedOver } = window;
    if (now - window.began > WINDOW_MS) window = { began: now, noted: 0, passedOver: 0 };
    if (window.noted >= mostPerMinute) {
      window.passedOver += 1;
      return;
    }
    window.noted += 1;
    const more = window.noted === 1 && passedOver > 0 ? { passedOver } : {};
    await noteAudit(services, { ...record, detail: { ...record.detail, ...more } });
  };
};

/** Records writes that were refused because a key, scope or binding is missing; passes the error on. */
export const noteRefusals = (services: Services, gate: Gate): ErrorRequestHandler => {
  const note = noteSometimes();
  return async (error: unknown, request, _response, next) => {
    const isRefusal = error instanceof AccessDenied || error instanceof OutOfBound;
    if (!isRefusal || request.method === 'GET' || request.method === 'HEAD') return next(error);
    const key = (await gate.callerOf(request).catch(() => null))?.key ?? null;
    await note(services, {
      key,
      action: 'refused',
      subject: `${request.method} ${request.path.slice(0, 300)}`,
      address: request.ip,
      detail: { why: error.message.slice(0, 300) },
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
