import { createGunzip } from 'node:zlib';
import { MAX_INPUT } from '../index.ts';
import { endOfHeader } from './http-message.ts';

const MAX_HEADER = 64 * 1024;

/** Reads counts of bytes from a stream of chunks. Buffers at most one record, up to the input limit. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = unzipped(chunks)[Symbol.asyncIterator]();
  }

  async readHeader(): Promise<string | null> {
    for (;;) {
      this.#dropEmptyLines();
      const end = endOfHeader(this.#held);
      if (end > 0) {
        const header = new TextDecoder().decode(this.#held.subarray(0, end)).replace(/^\ufeff/, '');
        this.#held = this.#held.subarray(end);
        if (!header.startsWith('WARC/')) throw new SyntaxError('no WARC record where one should begin');
        return header;
      }
      if (this.#held.length > MAX_HEADER) throw new SyntaxError('a WARC header over 64 KiB');
      if (await this.#more()) continue;
      if (this.#held.length > 0) throw new SyntaxError('a truncated WARC header');
      return null;
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
      if (left === 0) return;
      if (!(await this.#more())) throw new RangeError(`a WARC record cut short by ${left} bytes`);
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
