import { decodeBytes } from '../../chain/decode/charset.ts';
import type { ContainedArticle } from '../../chain/decode/containers/contained-article.ts';
import type { XmlStream } from '../../chain/decode/decoder.ts';
import { findContainer } from '../../chain/decode/decoders.ts';
import { XmlCutter } from '../../chain/decode/xml-cutter.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { numbered } from './contained.ts';
import type { FileRecord } from './file-record.ts';
import type { Origin } from './source.ts';

export const tooLarge = (limit: number): string => `too-large: longer than ${limit} bytes`;

/**
 * The articles of XML that is too long to read at once, such as the export of a newsroom: extracted one by one
 * from the stream. Other formats of that length are rejected.
 *
 * @param begun  its beginning
 */
export async function* readLongXml(
  begun: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  { kind, namespace, charset = null }: Origin,
  limit: number,
): AsyncGenerator<FileRecord> {
  // The end may be in the middle of a character, but never between tags.
  const sample = begun.subarray(0, begun.subarray(0, sampleBytes).lastIndexOf(GREATER) + 1);
  const known = decodeBytes(sample, charset);
  const stream = findContainer(kind.contentType, () => known.text)?.stream;
  if (stream === undefined) {
    yield { place: 1, bytes: 0, read: { kind: 'invalid', id: null, detail: tooLarge(limit) } };
    return;
  }
  let place = 0;
  try {
    const texts = decodeStream(begun, rest, known.charset);
    for await (const record of numbered(cutStream(texts, stream), namespace)) {
      place = record.place;
      yield record;
    }
  } catch (error) {
    if (!(error instanceof RejectedArticle)) throw error;
    yield { place: place + 1, bytes: 0, read: { kind: 'invalid', id: null, detail: error.message } };
  }
}

const sampleBytes = 64 * 1024;
const GREATER = 0x3e;
const pieceBytes = 256 * 1024;

async function* decodeStream(
  begun: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  charset: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset);
  for (let from = 0; from < begun.length; from += pieceBytes)
    yield decoder.decode(begun.subarray(from, from + pieceBytes), { stream: true });
  for (let next = await rest.next(); !next.done; next = await rest.next())
    yield decoder.decode(next.value, { stream: true });
  yield decoder.decode();
}

async function* cutStream(
  texts: AsyncIterable<string>,
  { elements, open }: XmlStream,
): AsyncGenerator<ContainedArticle> {
  const cutter = new XmlCutter(elements);
  const read = open();
  for await (const text of texts)
    for (const element of cutter.write(text)) {
      const article = read(element);
      if (article !== null) yield article;
    }
  cutter.end();
}
