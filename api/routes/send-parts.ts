import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** A reader that takes no bytes for this long counts as gone, even if its connection is open. */
const STALLED_MS = 120_000;

/**
 * Sends a text part by part, as fast as it is read. The first part is made before the header is sent, so that an
 * early failure is answered as a problem. If a later part fails, or the reader leaves or stalls, the connection is
 * aborted, so that an incomplete file does not look complete.
 */
export const sendParts = async (
  response: Response,
  headers: Readonly<Record<string, string>>,
  parts: AsyncGenerator<string | Buffer>,
): Promise<void> => {
  const first = await parts.next();
  response.set(headers);
  const all = async function* (): AsyncGenerator<string | Buffer> {
    if (!first.done) yield first.value;
    yield* parts;
  };
  response.setTimeout(STALLED_MS, () => response.destroy());
  try {
    await pipeline(Readable.from(all()), response);
  } catch {
    response.destroy();
  }
};
