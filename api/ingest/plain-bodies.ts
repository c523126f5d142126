import type { RequestHandler } from 'express';
import { PackedBody } from './errors.ts';

/** Refuses compressed bodies before reading a byte: their uncompressed size is unknown. */
export const onlyPlainBodies: RequestHandler = (request, response, next) => {
  const encoding = request.get('content-encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() === 'identity') return next();
  // The body is not read, so that the connection cannot be used again.
  response.set('Connection', 'close');
  next(new PackedBody(encoding.slice(0, 40)));
};
