import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** A reader that takes nothing for so long has gone, whatever its connection says. */
const STALLED_MS = 120_000;

/**
 * Sends a text part by part, as fast as it is read. The first part is made before the head goes out: what fails at
 * once is answered as a problem, not as a file. Where a later one fails, or the reader goes away or stalls, the connection is
 * cut, so that no file ends as if it were whole.
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
