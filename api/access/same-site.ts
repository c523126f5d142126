import type { RequestHandler } from 'express';
import { AccessDenied } from '../../domain/errors.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site made the browser send (CSRF), since browsers add stored Basic credentials to
 * every form. Browsers state the origin in `Sec-Fetch-Site` or `Origin`; other programs send neither header and have
 * no stored credentials.
 */
export const onlySameSite: RequestHandler = (request, _response, next) => {
  if (reading.has(request.method)) return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const isOwn =
    site === undefined
      ? origin === undefined || hostOf(origin) === request.get('host')
      : site === 'same-origin' || site === 'none';
  next(isOwn ? undefined : new AccessDenied('admin', { known: true }));
};

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
