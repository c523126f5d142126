import type { DecodedArticle, RawArticle, RawInput } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import type { GivenFields } from '../../domain/given-fields.ts';
import { boundMarks, normalize } from '../../domain/normalize.ts';
import { isExcess } from './bounds.ts';
import { decodeBytes } from './charset.ts';
import type { Decoder } from './decoder.ts';
import { decoders } from './decoders.ts';
import type { Delivery } from './delivery.ts';
import { iptc7901 } from './formats/iptc-7901.ts';
import { repairGarbled } from './garbled.ts';
import { withoutArchive } from './html/stated-address.ts';

/** Largest input that is parsed, in bytes or UTF-16 units. */
export const MAX_INPUT = 5 * 1024 * 1024;

/**
 * Decodes an input of any known format and charset into one shape.
 *
 * @throws {RejectedArticle} `too-large`, `binary`, `empty`, `unknown-format`, `too-deep`, `too-many-parts`, `not-an-article`
 */
export const decode = ({ id, revision, input }: RawArticle): DecodedArticle => {
  if (input.content.length > MAX_INPUT)
    throw new RejectedArticle('too-large', `${input.content.length} bytes; the limit is ${MAX_INPUT}`);
  const text = textOf(input);
  const decoder = chooseDecoder(text, input);
  // Also rejected on acceptance; input stored before that check existed, or by hand, must not be shown either.
  const { withdrawn, refused } = decoder.deliver?.(text) ?? {};
  if (withdrawn !== undefined) throw new RejectedArticle('withdrawn', withdrawn);
  if (refused !== undefined) throw new RejectedArticle(refused.reason, refused.detail);
  const source = decoder.read(text, input);
  return {
    id,
    revision,
    given: { ...source.given, ...boundBody(input.given) },
    format: decoder.name,
    url: input.given.url == null ? source.url : withoutArchive(input.given.url),
    statements: source.statements,
    blocks: source.blocks,
  };
};

/** The other fields are too short to matter. */
const boundBody = (given: GivenFields): GivenFields =>
  given.body == null ? given : { ...given, body: boundMarks(given.body) };

/**
 * Which story an input delivers, in which version, and whether it may be shown. Empty if its format does not say so, or
 * if it cannot be read: decoding reports that error. One that is made of too much is refused at once.
 */
export const readDelivery = (input: RawInput): Delivery => {
  if (input.content.length === 0 || input.content.length > MAX_INPUT) return {};
  try {
    const decoder = chooseDecoder(textOf({ ...input, content: startOf(input.content) }), input);
    return decoder.deliver === undefined ? {} : decoder.deliver(textOf(input));
  } catch (error) {
    if (!(error instanceof RejectedArticle)) throw error;
    const { reason, detail } = error;
    return isExcess(error) ? { refused: { reason, detail } } : {};
  }
};

const startOf = (content: string | Uint8Array): string | Uint8Array =>
  typeof content === 'string' ? content.slice(0, 8192) : content.subarray(0, 8192);

const textOf = ({ content, charset }: RawInput): string => {
  if (typeof content === 'string') return composed(repairGarbled(content));
  const signature = binarySignature(content);
  if (signature !== null) throw new RejectedArticle('binary', `the bytes begin like ${signature}`);
  return composed(repairGarbled(decodeBytes(content, charset).text));
};

/** Letters and their marks as one character, as readers type them. */
const composed = (text: string): string => normalize(text, 'NFC');

const chooseDecoder = (text: string, { contentType, given }: RawInput): Decoder => {
  const start = text.slice(0, 4096).trimStart();
  const believed = given.body !== undefined && given.body !== null;
  if (start === '' && !believed && contentType !== 'application/json')
    throw new RejectedArticle('empty', 'nothing but white space');
  // Wires separate messages by control characters.
  if (looksBinary(start) && !iptc7901.recognizes(start, contentType))
    throw new RejectedArticle('binary', 'control characters in the text');
  // Our own JSON has already been parsed: text that is left with its media type has another format.
  const isOurs = start === '' || believed;
  const named = decoders.filter(
    ({ name, contentTypes }) => contentTypes.includes(contentType) && (name !== 'json' || isOurs),
  );
  // Pages are served as text/plain, agency XML as text/html, ninjs as JSON: the stated format must at least fit the
  // content.
  const chosen =
    named.find(({ name, recognizes }) => name === 'json' || recognizes(start, contentType)) ??
    decoders.find(({ recognizes }) => recognizes(start, contentType)) ??
    named[0];
  if (chosen) return chosen;
  throw new RejectedArticle(
    'unknown-format',
    `content type ${contentType || 'none'}; the text begins ${JSON.stringify(start.slice(0, 60))}`,
  );
};

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF file'],
  ['\u0089PNG', 'a PNG image'],
  ['GIF8', 'a GIF image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['PK\u0003\u0004', 'a ZIP archive'],
  ['\u001f\u008b', 'a gzip file'],
  ['\u0000asm', 'a WebAssembly module'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
  ['\u007fELF', 'a program'],
];

const binarySignature = (bytes: Uint8Array): string | null => {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
};

const looksBinary = (start: string): boolean => {
  const control = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return control > 2 + start.length / 100;
};
