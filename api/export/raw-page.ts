import { z } from 'zod';
import type { ArticleDocument } from '../../domain/document.ts';
import { SearchUnavailable } from '../../domain/errors.ts';

/** A page of a view, its documents in the bytes that Elasticsearch sent. */
export interface RawPage {
  readonly sources: readonly Buffer[];
  /** Sort values of the last document; null on an empty page. */
  readonly after: readonly unknown[] | null;
}

/** A document whose text has not been read: `body` is a JSON string, quotes and escapes included. */
export interface RawDocument {
  /** Its own `body` is empty. */
  readonly document: ArticleDocument;
  readonly body: Buffer;
}

const OPENING = Buffer.from('"_source":{');
const CLOSING = Buffer.from('},"sort":[');

/**
 * Takes an answer of Elasticsearch apart without reading its documents: their text is most of it, and goes on as it
 * came. The marks that are cut at cannot stand inside a JSON string, where every quote has a backslash before it, nor
 * as keys inside a document, whose mapping is strict. What is left, the envelope, is parsed and checked.
 *
 * @throws {SearchUnavailable} where it is no whole answer
 */
export const splitPage = (answer: Buffer): RawPage => {
  const sources: Buffer[] = [];
  const envelope: string[] = [];
  let kept = 0;
  for (let at = answer.indexOf(OPENING); at >= 0; at = answer.indexOf(OPENING, kept)) {
    const from = at + OPENING.length - 1;
    const to = answer.indexOf(CLOSING, from) + 1;
    if (to === 0) break;
    envelope.push(answer.toString('utf8', kept, from), 'null');
    sources.push(answer.subarray(from, to));
    kept = to;
  }
  envelope.push(answer.toString('utf8', kept));
  const { hits } = checkEnvelope(envelope.join(''));
  if (hits.hits.length !== sources.length) throw new SearchUnavailable('a page could not be taken apart');
  return { sources, after: hits.hits.at(-1)?.sort ?? null };
};

const envelopeSchema = z.object({
  timed_out: z.boolean(),
  _shards: z.object({ total: z.number(), failed: z.number() }),
  hits: z.object({ hits: z.array(z.object({ sort: z.array(z.unknown()) })) }),
});

const checkEnvelope = (text: string): z.infer<typeof envelopeSchema> => {
  const answer = readEnvelope(text);
  const { failed, total } = answer._shards;
  if (answer.timed_out || failed > 0) throw new SearchUnavailable(`${failed} of ${total} shards failed`);
  return answer;
};

const readEnvelope = (text: string): z.infer<typeof envelopeSchema> => {
  try {
    return envelopeSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new SearchUnavailable('an answer that is no page of Elasticsearch', { cause });
  }
};

const BODY = Buffer.from(',"body":"');
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const noText = Buffer.from('""');

/** Reads a document, all but its text. Where that is not found by its key, all is read. */
export const readAround = (source: Buffer): RawDocument => {
  const at = source.indexOf(BODY);
  if (at < 0) return readWhole(source);
  const from = at + BODY.length - 1;
  const to = endOfString(source, from) + 1;
  const document: ArticleDocument = JSON.parse(
    `${source.toString('utf8', 0, from)}""${source.toString('utf8', to)}`,
  );
  return { document, body: source.subarray(from, to) };
};

const readWhole = (source: Buffer): RawDocument => {
  const document: ArticleDocument = JSON.parse(source.toString());
  return {
    document: { ...document, body: '' },
    body: document.body === '' ? noText : Buffer.from(JSON.stringify(document.body)),
  };
};

/** The closing quote of a JSON string: one behind an even number of backslashes. */
const endOfString = (json: Buffer, from: number): number => {
  for (let at = json.indexOf(QUOTE, from + 1); at >= 0; at = json.indexOf(QUOTE, at + 1)) {
    let slash = at;
    while (json[slash - 1] === BACKSLASH) slash -= 1;
    if ((at - slash) % 2 === 0) return at;
  }
  throw new SyntaxError('a text without an end');
};
