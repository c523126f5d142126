import { decodeBytes } from '../../chain/decode/charset.ts';
import type { ContainedArticle } from '../../chain/decode/containers/contained-article.ts';
import { splitFeed } from '../../chain/decode/containers/feed-entries.ts';
import { splitNewsMessage } from '../../chain/decode/containers/news-items.ts';
import { splitWarc } from '../../chain/decode/containers/warc.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { deriveId, findIdFault } from '../../domain/ids.ts';
import { contentInput } from '../../platform/articles/content.ts';
import type { ReadSubmission } from '../../platform/articles/schema.ts';
import type { FileRecord } from './file-record.ts';
import type { Origin } from './source.ts';

/** The pages of a web archive. A page keeps one id over all archives that hold it: that of its address. */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  namespace: string,
): AsyncGenerator<FileRecord> {
  yield* numbered(splitWarc(chunks), namespace);
}

/**
 * The entries of an RSS or Atom file, the items of a NewsML-G2 message, or the one article of any other XML. The one
 * article bears the id of its address; entries and items have addresses and ids of their own.
 */
export async function* readXml(
  bytes: Buffer,
  { namespace, url, charset = null }: Origin,
): AsyncGenerator<FileRecord> {
  const { text } = decodeBytes(bytes, charset);
  const split = containers.find(({ holds }) => holds.test(text.slice(0, 4096)))?.split;
  if (split === undefined) {
    const input = contentInput(bytes, 'application/xml', charset, url === undefined ? {} : { url });
    yield { place: 1, bytes: bytes.length, read: submit(deriveId(input), { input }) };
    return;
  }
  try {
    yield* numbered(split(text), namespace);
  } catch (error) {
    if (!(error instanceof RejectedArticle)) throw error;
    yield { place: 1, bytes: bytes.length, read: { kind: 'invalid', id: null, detail: error.message } };
  }
}

/** XML that holds many articles, by its first element. */
const containers: readonly {
  readonly holds: RegExp;
  readonly split: (source: string) => AsyncGenerator<ContainedArticle>;
}[] = [
  { holds: /<(?:rss|feed|rdf:RDF)[\s>]/, split: splitFeed },
  { holds: /<(?:\w{1,20}:)?newsMessage[\s>]/, split: splitNewsMessage },
];

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
