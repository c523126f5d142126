import { contentTypes, decoders } from '../../chain/decode/decoders.ts';
import { documentFormats } from '../../chain/open/index.ts';
import { maxInputBytes, maxLineBytes } from '../../platform/articles/schema.ts';

/** Kinds of contents: our own JSON, alone or as NDJSON, a web archive, or a document of any format. */
export interface SourceKind {
  readonly framing: 'json' | 'ndjson' | 'warc' | 'mbox' | 'document';
  readonly contentType: string;
}

const json: SourceKind = { framing: 'json', contentType: 'application/json' };
const ndjson: SourceKind = { framing: 'ndjson', contentType: 'application/x-ndjson' };
const warc: SourceKind = { framing: 'warc', contentType: 'application/warc' };
const mbox: SourceKind = { framing: 'mbox', contentType: 'application/mbox' };
export const documentOf = (contentType: string): SourceKind => ({ framing: 'document', contentType });

/** By file name extension, also of addresses: those of every format, and our own. */
export const kinds: ReadonlyMap<string, SourceKind> = new Map([
  ...[...decoders, ...documentFormats].flatMap(({ endings = {} }) =>
    Object.entries(endings).map(([ending, contentType]) => [ending, documentOf(contentType)] as const),
  ),
  ['json', json],
  ['ndjson', ndjson],
  ['jsonl', ndjson],
  ['warc', warc],
  ['mbox', mbox],
]);

const ndjsonTypes = /^application\/(?:x-)?(?:ndjson|jsonl|jsonlines)$/;
const jsonTypes = /^application\/(?:[\w.-]{1,60}\+)?json$/;
const xmlTypes = /^(?:text|application)\/(?:[\w.-]{1,60}\+)?xml$/;

/** By a stated media type; null if it is not supported. */
export const kindOfType = (contentType: string): SourceKind | null => {
  if (contentType === json.contentType) return json;
  if (contentTypes.has(contentType) || xmlTypes.test(contentType)) return documentOf(contentType);
  if (contentType === mbox.contentType) return mbox;
  if (ndjsonTypes.test(contentType)) return ndjson;
  return jsonTypes.test(contentType) ? json : null;
};

/** Longest contents that are read at once. */
export const mostBytesOf = ({ framing }: SourceKind): number =>
  framing === 'json' || framing === 'ndjson' ? maxLineBytes : maxInputBytes;
