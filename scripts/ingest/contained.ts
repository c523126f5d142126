import { RejectedArticle } from '../../domain/errors.ts';
import { deriveId, findIdFault } from '../../domain/ids.ts';
import { contentInput } from '../../platform/articles/content.ts';
import type { ReadSubmission } from '../../platform/articles/schema.ts';
import { decodeBytes } from '../../worker/decode/charset.ts';
import { type ContainedArticle, splitFeed } from '../../worker/decode/containers/feed-entries.ts';
import { splitWarc } from '../../worker/decode/containers/warc.ts';
import type { FileRecord } from './file-record.ts';

/** The pages of a web archive. A page keeps one id over all archives that hold it: that of its address. */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  namespace: string,
): AsyncGenerator<FileRecord> {
  yield* numbered(splitWarc(chunks), namespace);
}

/** The entries of an RSS or Atom file, or the one article of any other XML. */
export async function* readXml(bytes: Buffer, namespace: string): AsyncGenerator<FileRecord> {
  const { text } = decodeBytes(bytes, null);
  if (!isFeed(text)) {
    const input = contentInput(bytes, 'application/xml', null, {});
    yield { place: 1, bytes: bytes.length, read: submit(deriveId(input), { input }) };
    return;
  }
  try {
    yield* numbered(splitFeed(text), namespace);
  } catch (error) {
    if (!(error instanceof RejectedArticle)) throw error;
    yield { place: 1, bytes: bytes.length, read: { kind: 'invalid', id: null, detail: error.message } };
  }
}

const isFeed = (text: string): boolean => /<(?:rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 4096));

async function* numbered(
  articles: AsyncIterable<ContainedArticle>,
  namespace: string,
): AsyncGenerator<FileRecord> {
  let place = 0;
  for await (const article of articles) {
    place += 1;
    const { suggestedId, input } = article;
    const own = suggestedId === undefined || input.given.url != null ? null : `${namespace}${suggestedId}`;
    const id = own ?? deriveId(input);
    yield { place, bytes: input.content.length, read: submit(id, article) };
  }
}

const submit = (id: string, { input }: Pick<ContainedArticle, 'input'>): ReadSubmission => {
  const fault = findIdFault(id);
  if (fault) return { kind: 'invalid', id: null, detail: `id: ${fault}` };
  return { kind: 'submission', submission: { id, input, bytes: input.content.length } };
};
