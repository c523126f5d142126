import type { Request, RequestHandler } from 'express';
import { AccessDenied } from '../../domain/errors.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site made the browser send (CSRF), since browsers add stored Basic credentials to
 * every form.
 */
export const onlySameSite: RequestHandler = (request, _response, next) =>
  next(
    reading.has(request.method) || isSameSite(request)
      ? undefined
      : new AccessDenied('admin', { known: true }),
  );

/**
 * Whether a request comes from our own pages, or from no page. Browsers state the origin in `Sec-Fetch-Site` or
 * `Origin`; other programs send neither header and have no stored credentials.
 */
export const isSameSite = (request: Request): boolean => {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  return site === undefined
    ? origin === undefined || hostOf(origin) === request.get('host')
    : site === 'same-origin' || site === 'none';
};

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
