import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../chain/decode/charset.ts';
import { type ReadSource, readSource } from '../../chain/decode/source-entries.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { maxInputBytes } from '../../platform/articles/schema.ts';
import type { Fetched } from '../../platform/outgoing/fetch-whole.ts';

/** What a host has sent, as a thread is told of it. */
export type SourceAnswer = Pick<
  Extract<Fetched, { kind: 'fetched' }>,
  'bytes' | 'charset' | 'contentType' | 'url'
>;

/**
 * Reads the feed or sitemap that a host has sent. Threads do, because 5 MB of it take seconds at worst.
 *
 * @returns why it cannot be read, if it cannot
 */
export const readAnswer = async ({
  bytes,
  charset,
  contentType,
  url,
}: SourceAnswer): Promise<ReadSource | string> => {
  try {
    const text = decodeBytes(unpack(bytes), charset).text;
    return await readSource(text, contentType, `${new URL(url).host}:`);
  } catch (error) {
    if (error instanceof RejectedArticle) return error.message;
    throw error;
  }
};

/** Sitemaps are often files of gzip. */
const unpack = (bytes: Uint8Array): Uint8Array => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxInputBytes });
  } catch (cause) {
    throw new RejectedArticle('broken', 'gzip that is broken, or longer than 5 MB unpacked', { cause });
  }
};
