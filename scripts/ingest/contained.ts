import { decodeBytes } from '../../chain/decode/charset.ts';
import type { ContainedArticle } from '../../chain/decode/containers/contained-article.ts';
import { splitMbox } from '../../chain/decode/containers/mbox.ts';
import { type Passed, splitWarc } from '../../chain/decode/containers/warc.ts';
import { findContainer } from '../../chain/decode/decoders.ts';
import { submitInput } from '../../chain/decode/submit.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { contentInput } from '../../platform/articles/content.ts';
import { maxInputBytes } from '../../platform/articles/schema.ts';
import type { FileRecord } from './file-record.ts';
import type { Origin } from './source.ts';

/** The pages of a web archive. A page has the same id in every archive: that of its URL. */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  namespace: string,
): AsyncGenerator<FileRecord> {
  yield* numbered(splitWarc(chunks), namespace);
}

/** The messages of a mailbox. */
export async function* readMbox(
  chunks: AsyncIterable<Uint8Array>,
  namespace: string,
): AsyncGenerator<FileRecord> {
  let place = 0;
  for await (const message of splitMbox(chunks, maxInputBytes)) {
    place += 1;
    if (message === null) {
      const detail = `too-large: an e-mail longer than ${maxInputBytes} bytes`;
      yield { place, bytes: 0, read: { kind: 'invalid', id: null, detail } };
      continue;
    }
    const input = contentInput(message, 'message/rfc822', null, {});
    yield { place, bytes: message.length, read: submitInput(input, { namespace }) };
  }
  if (place === 0)
    yield { place: 1, bytes: 0, read: { kind: 'invalid', id: null, detail: 'a mailbox without e-mails' } };
}

/**
 * The articles of a file with many, such as a feed, or the one article of any other file. A single article has the
 * id of its address; entries and items have their own addresses and ids.
 */
export async function* readDocument(
  bytes: Buffer,
  { kind: { contentType }, namespace, url, charset = null }: Origin,
): AsyncGenerator<FileRecord> {
  const invalid = (detail: string): FileRecord => ({
    place: 1,
    bytes: bytes.length,
    read: { kind: 'invalid', id: null, detail },
  });
  if (bytes.length === 0) {
    yield invalid('empty file');
    return;
  }
  const read = () => decodeBytes(bytes, charset).text;
  const container = findContainer(contentType, read);
  if (container === null) {
    const input = contentInput(bytes, contentType, charset, url === undefined ? {} : { url });
    yield { place: 1, bytes: bytes.length, read: submitInput(input, { namespace }) };
    return;
  }
  let place = 0;
  try {
    for await (const record of numbered(container.split(read()), namespace)) {
      place = record.place;
      yield record;
    }
  } catch (error) {
    if (!(error instanceof RejectedArticle)) throw error;
    yield { ...invalid(error.message), place: place + 1 };
  }
}

export async function* numbered(
  articles: AsyncIterable<ContainedArticle | Passed>,
  namespace: string,
): AsyncGenerator<FileRecord> {
  let place = 0;
  for await (const article of articles) {
    place += 1;
    if ('passed' in article) {
      yield { place, bytes: 0, read: { kind: 'passed', what: article.passed } };
      continue;
    }
    const { suggestedId, order, input } = article;
    const read = submitInput(input, { id: suggestedId, namespace, order: order ?? null });
    yield { place, bytes: input.content.length, read };
  }
}
