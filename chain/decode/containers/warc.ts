import { brotliDecompressSync, createGunzip, gunzipSync, inflateSync } from 'node:zlib';
import { MAX_INPUT } from '../index.ts';
import type { ContainedArticle } from './contained-article.ts';

const MAX_HEADER = 64 * 1024;

/**
 * The HTML responses of a WARC file (ISO 28500), one at a time; other records are passed over unread, and
 * responses over the input limit are cut there, so that decoding refuses them by name.
 *
 * @param chunks the file's bytes, gzipped by record or whole, or plain
 */
export async function* splitWarc(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ContainedArticle> {
  const bytes = new ByteReader(unzipped(chunks));
  for (;;) {
    const header = await bytes.readHeader();
    if (header === null) return;
    const fields = fieldsOf(header);
    const length = Number(fields.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) throw new RangeError('a WARC record without its length');
    if (fields.get('warc-type') !== 'response') {
      await bytes.skip(length);
      continue;
    }
    const article = readResponse(await bytes.read(length), fields.get('warc-target-uri') ?? null);
    if (article !== null) yield article;
  }
}

const readResponse = (record: Uint8Array, uri: string | null): ContainedArticle | null => {
  const at = endOfHeader(record);
  if (at < 0) return null;
  const head = new TextDecoder('windows-1252').decode(record.subarray(0, at));
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head)?.[1];
  const fields = fieldsOf(head);
  const type = fields.get('content-type') ?? '';
  if (status !== '200' || !/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return null;
  const content = bodyOf(record.subarray(at), fields);
  const url = uri?.replace(/^<|>$/g, '') ?? null;
  return {
    ...(url === null ? {} : { suggestedId: url }),
    input: {
      contentType: 'text/html',
      charset: /charset\s{0,3}=\s{0,3}"?([\w.:-]{2,40})/i.exec(type)?.[1] ?? null,
      content,
      given: url === null ? {} : { url },
    },
  };
};

/** The body out of chunks and compression; as it stands where it keeps to neither. */
const bodyOf = (raw: Uint8Array, fields: ReadonlyMap<string, string>): Uint8Array => {
  const whole = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? withoutChunks(raw) : raw;
  const options = { maxOutputLength: MAX_INPUT + 1 };
  try {
    const encoding = fields.get('content-encoding')?.toLowerCase();
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(whole, options);
    if (encoding === 'deflate') return inflateSync(whole, options);
    if (encoding === 'br') return brotliDecompressSync(whole, options);
  } catch {
    // Archivers often store a body unpacked under its old header.
  }
  return whole;
};

const withoutChunks = (raw: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < raw.length) {
    const line = new TextDecoder('windows-1252').decode(raw.subarray(at, at + 20));
    const size = /^([0-9a-f]{1,8})[^\n]{0,10}\r?\n/i.exec(line);
    if (!size) return parts.length === 0 ? raw : Buffer.concat(parts);
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) break;
    parts.push(raw.subarray(at + size[0].length, at + size[0].length + length));
    at += size[0].length + length + 2;
  }
  return Buffer.concat(parts);
};

const fieldsOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const];
    }),
  );

/** Index behind the empty line that ends a header; -1 where there is none. */
const endOfHeader = (bytes: Uint8Array): number => {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEADER)).indexOf(
    '\r\n\r\n',
  );
  return at < 0 ? -1 : at + 4;
};

async function* unzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const rest = (async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* rest;
  else {
    const gunzip = createGunzip();
    const feeding = feed(rest, gunzip);
    yield* gunzip;
    await feeding;
  }
}

const feed = async (
  chunks: AsyncIterable<Uint8Array>,
  gunzip: ReturnType<typeof createGunzip>,
): Promise<void> => {
  try {
    for await (const chunk of chunks) {
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve));
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  }
};

/** Reads a stream of chunks by counts of bytes, holding no more than one record up to the input limit. */
class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async readHeader(): Promise<string | null> {
    for (;;) {
      this.#dropEmptyLines();
      const end = endOfHeader(this.#held);
      if (end > 0) {
        const header = new TextDecoder().decode(this.#held.subarray(0, end));
        this.#held = this.#held.subarray(end);
        if (!header.startsWith('WARC/')) throw new SyntaxError('no WARC record where one should begin');
        return header;
      }
      if (this.#held.length > MAX_HEADER) throw new SyntaxError('a WARC header over 64 KiB');
      if (!(await this.#more())) return null;
    }
  }

  async read(length: number): Promise<Uint8Array> {
    const kept = Math.min(length, MAX_INPUT + MAX_HEADER);
    while (this.#held.length < kept && (await this.#more()));
    const bytes = Uint8Array.from(this.#held.subarray(0, kept));
    await this.skip(length);
    return bytes;
  }

  async skip(length: number): Promise<void> {
    let left = length;
    for (;;) {
      const dropped = Math.min(left, this.#held.length);
      this.#held = this.#held.subarray(dropped);
      left -= dropped;
      if (left === 0 || !(await this.#more())) return;
    }
  }

  #dropEmptyLines(): void {
    let at = 0;
    while (this.#held[at] === 13 || this.#held[at] === 10) at += 1;
    this.#held = this.#held.subarray(at);
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#held =
      this.#held.length === 0
        ? Uint8Array.from(next.value)
        : Uint8Array.from(Buffer.concat([this.#held, next.value]));
    return true;
  }
}
