import type { Request } from 'express';
import { TooLarge } from './errors.ts';

/**
 * The whole body of a request; rejected as soon as it exceeds the limit.
 *
 * @throws {TooLarge}
 */
export const readBody = async (request: Request, maxBytes: number): Promise<Buffer> => {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes) throw new TooLarge(maxBytes);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new TooLarge(maxBytes);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
};
