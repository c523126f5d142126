import { decoders } from '../../chain/decode/decoders.ts';
import { maxLineBytes, type ReadSubmission, readSubmission } from '../../platform/articles/schema.ts';
import { splitLines } from '../../platform/lines.ts';
import { readDocument, readMbox, readWarc } from './contained.ts';
import type { FileRecord } from './file-record.ts';
import { mostBytesOf } from './kinds.ts';
import { readLongXml, tooLarge } from './long-xml.ts';
import type { Origin } from './source.ts';

/** Yields the articles in some bytes. Unreadable ones are reported with their place and skipped. */
export async function* readContents(
  chunks: AsyncIterable<Uint8Array>,
  origin: Origin,
): AsyncGenerator<FileRecord> {
  const { namespace, kind } = origin;
  const { framing } = kind;
  if (framing === 'ndjson') {
    for await (const { number, bytes } of splitLines(chunks, maxLineBytes)) {
      const read = bytes
        ? readSubmission(bytes, { namespace })
        : invalid(`longer than ${maxLineBytes} bytes`);
      yield { place: number, read, bytes: bytes?.length ?? 0 };
    }
    return;
  }
  if (framing === 'warc') {
    yield* readWarc(chunks, namespace);
    return;
  }
  if (framing === 'mbox') {
    yield* readMbox(chunks, namespace);
    return;
  }
  const limit = mostBytesOf(kind);
  const { bytes, rest } = await readWhole(chunks, limit);
  if (rest !== null && framing === 'document') yield* readLongXml(bytes, rest, origin, limit);
  else if (rest !== null) yield { place: 1, read: invalid(tooLarge(limit)), bytes: 0 };
  else if (framing === 'json' && !isForeignJson(bytes)) yield* readJson(bytes, namespace);
  else yield* readDocument(bytes, origin);
}

/** @returns the contents; if they are longer than the limit, their beginning and the rest as a stream */
const readWhole = async (chunks: AsyncIterable<Uint8Array>, limit: number) => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const rest = chunks[Symbol.asyncIterator]();
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    length += next.value.length;
    parts.push(next.value);
    if (length > limit) return { bytes: Buffer.concat(parts), rest };
  }
  return { bytes: Buffer.concat(parts), rest: null };
};

/** JSON in a format that is recognized by content, with any file name. */
const isForeignJson = (bytes: Buffer): boolean => {
  const start = bytes.toString('utf8', 0, 4096).trimStart();
  return decoders.some(({ name, recognizes }) => name !== 'text' && recognizes(start, 'application/json'));
};

/** One article, or a list of articles. */
function* readJson(bytes: Buffer, namespace: string): Generator<FileRecord> {
  if (bytes.toString('latin1', 0, 1000).trimStart().startsWith('[')) {
    let list: unknown;
    try {
      list = JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      yield { place: 1, read: invalid(`not JSON: ${(error as Error).message}`), bytes: bytes.length };
      return;
    }
    for (const [n, entry] of (Array.isArray(list) ? list : []).entries()) {
      const own = Buffer.from(JSON.stringify(entry));
      yield { place: n + 1, read: readSubmission(own, { namespace }), bytes: own.length };
    }
    return;
  }
  yield { place: 1, read: readSubmission(bytes, { namespace }), bytes: bytes.length };
}

const invalid = (detail: string): ReadSubmission => ({ kind: 'invalid', id: null, detail });
