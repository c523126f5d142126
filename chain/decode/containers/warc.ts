import type { Order } from '../../../domain/submission.ts';
import { instantOf } from '../delivery.ts';
import { MAX_INPUT } from '../index.ts';
import type { ContainedArticle } from './contained-article.ts';
import { bodyOf, fieldsOf, splitHttp } from './http-message.ts';
import { ByteReader } from './warc-bytes.ts';

/** A record without an article, and what it is. */
export interface Passed {
  readonly passed: string;
}

type Fields = ReadonlyMap<string, string>;

/**
 * The pages and documents of a WARC file (ISO 28500), one at a time: responses, resources and conversions. Other
 * captures are reported; records without a capture are skipped. Bodies over the input limit are cut there, so
 * that decoding rejects them as too large.
 *
 * @param chunks the file's bytes, gzipped by record or whole, or plain
 * @throws {SyntaxError} {RangeError} if it is truncated or not a WARC file
 */
export async function* splitWarc(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ContainedArticle | Passed> {
  const bytes = new ByteReader(chunks);
  for (;;) {
    const header = await bytes.readHeader();
    if (header === null) return;
    const fields = fieldsOf(header);
    const length = Number(fields.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) throw new RangeError('a WARC record without its length');
    const read = readers[fields.get('warc-type')?.toLowerCase() ?? ''];
    if (read === undefined) await bytes.skip(length);
    else yield read(await bytes.read(length), fields);
  }
}

const readers: Readonly<Record<string, (block: Uint8Array, fields: Fields) => ContainedArticle | Passed>> = {
  response: (block, fields) => {
    const { head, body } = splitHttp(block);
    const http = fieldsOf(head);
    const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head)?.[1];
    // Records of other protocols contain the document itself.
    if (status === undefined) return articleOf(block, fields.get('content-type') ?? '', fields);
    if (status !== '200') return { passed: `HTTP ${status}` };
    return articleOf(bodyOf(body, http, MAX_INPUT + 1), http.get('content-type') ?? '', fields);
  },
  resource: (block, fields) => articleOf(block, fields.get('content-type') ?? '', fields),
  conversion: (block, fields) => articleOf(block, fields.get('content-type') ?? '', fields),
  revisit: () => ({ passed: 'revisit of an unchanged page' }),
};

/** Types of documents; feeds and data are captured for what they list. */
const READ =
  /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text))$/;

const articleOf = (content: Uint8Array, type: string, fields: Fields): ContainedArticle | Passed => {
  const stated = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const contentType = stated === '' && looksLikePage(content) ? 'text/html' : stated;
  if (!READ.test(contentType)) return { passed: contentType || 'no content type' };
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/g, '');
  return {
    ...orderOf(fields.get('warc-date')),
    input: {
      contentType,
      charset: /charset\s{0,3}=\s{0,3}"?([\w.:-]{2,40})/i.exec(type)?.[1] ?? null,
      content,
      given: url === undefined ? {} : { url },
    },
  };
};

/** Of two captures of a page the later one counts, in any order of the archives. */
const orderOf = (date: string | undefined): { readonly order?: Order } => {
  const modified = instantOf(date ?? '');
  return modified === null ? {} : { order: { by: 'modified', modified } };
};

const looksLikePage = (content: Uint8Array): boolean =>
  /^\s{0,100}<(?:!doctype html|html|head|body)\b/i.test(
    new TextDecoder('windows-1252').decode(content.subarray(0, 500)),
  );
