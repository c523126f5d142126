import { deriveId } from '../../domain/ids.ts';
import { contentInput } from '../../platform/articles/content.ts';
import {
  maxInputBytes,
  maxLineBytes,
  type ReadSubmission,
  readSubmission,
} from '../../platform/articles/schema.ts';
import { splitLines } from '../../platform/lines.ts';
import { readWarc, readXml } from './contained.ts';
import type { FileRecord } from './file-record.ts';
import type { Origin, SourceKind } from './source.ts';

/** The articles in some bytes, one after the other; what cannot be read is told with its place and passed over. */
export async function* readContents(
  chunks: AsyncIterable<Uint8Array>,
  origin: Origin,
): AsyncGenerator<FileRecord> {
  const { namespace, kind } = origin;
  if (kind === 'ndjson') {
    for await (const { number, bytes } of splitLines(chunks, maxLineBytes)) {
      const read = bytes
        ? readSubmission(bytes, { namespace })
        : invalid(`longer than ${maxLineBytes} bytes`);
      yield { place: number, read, bytes: bytes?.length ?? 0 };
    }
    return;
  }
  if (kind === 'warc') {
    yield* readWarc(chunks, namespace);
    return;
  }
  const limit = mostBytesOf(kind);
  const bytes = await readWhole(chunks, limit);
  if (bytes === null) yield { place: 1, read: invalid(`too-large: longer than ${limit} bytes`), bytes: 0 };
  else if (kind === 'json') yield* readJson(bytes, namespace);
  else if (kind === 'xml') yield* readXml(bytes, origin);
  else yield { place: 1, read: readContent(bytes, kind, origin), bytes: bytes.length };
}

/** Longest contents that are read as a whole. */
export const mostBytesOf = (kind: SourceKind): number =>
  kind === 'json' || kind === 'ndjson' ? maxLineBytes : maxInputBytes;

const readWhole = async (chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | null> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
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

const readContent = (
  bytes: Buffer,
  kind: 'text' | 'html',
  { url, charset = null }: Origin,
): ReadSubmission => {
  const type = kind === 'html' ? 'text/html' : 'text/plain';
  const input = contentInput(bytes, type, charset, url === undefined ? {} : { url });
  if (bytes.length === 0) return invalid('empty file');
  return { kind: 'submission', submission: { id: deriveId(input), input, bytes: bytes.length } };
};

const invalid = (detail: string): ReadSubmission => ({ kind: 'invalid', id: null, detail });
