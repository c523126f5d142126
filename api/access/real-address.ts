import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { InvalidParameters } from '../../domain/errors.ts';

/**
 * Behind trusted proxies, the reader's address is what `X-Forwarded-For` says. What is no address would be a reader of
 * its own for every limit, and would stand in the audit.
 */
export const onlyRealAddresses: RequestHandler = (request, _response, next) => {
  const address = request.ip ?? '';
  if (address === '' || isIP(address) > 0) return next();
  next(
    new InvalidParameters([
      { parameter: 'X-Forwarded-For', detail: 'is no address; DATELINE_TRUSTED_PROXIES may be too high' },
    ]),
  );
};
