import { request } from 'node:http';
import { z } from 'zod';

const endSchema = z.object({ end: z.object({ count: z.number().int(), complete: z.literal(true) }) });

/**
 * Reads a whole NDJSON export without compression, as fast as it arrives.
 *
 * @returns the number of articles in its end record
 * @throws {Error} if the export is incomplete
 */
export const readExport = (api: string, key: string, signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL('/v1/export', api), { headers: { 'api-key': key }, signal }, (response) => {
      let tail = Buffer.alloc(0);
      response.on('data', (part: Buffer) => {
        tail = Buffer.concat([tail, part]).subarray(-TAIL);
      });
      response.on('error', reject);
      response.on('end', () => {
        const last = tail.toString().trimEnd().split('\n').at(-1) ?? '';
        if (response.statusCode !== 200) return reject(new Error(`${response.statusCode} for an export`));
        const end = endSchema.safeParse(parseLine(last));
        if (!end.success) return reject(new Error(`an export ended with ${last.slice(0, 200)}`));
        resolve(end.data.end.count);
      });
    });
    sent.on('error', reject);
    sent.end();
  });

/** Longer than any end record. */
const TAIL = 1000;

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
