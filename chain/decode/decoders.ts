import { documentFormats } from '../open/index.ts';
import type { Container, Decoder } from './decoder.ts';
import { feed } from './formats/feed.ts';
import { govUk } from './formats/gov-uk.ts';
import { iptc7901 } from './formats/iptc-7901.ts';
import { json } from './formats/json.ts';
import { jsonFeed } from './formats/json-feed.ts';
import { jsonLd } from './formats/json-ld.ts';
import { newsml1 } from './formats/newsml-1.ts';
import { newsmlG2 } from './formats/newsml-g2.ts';
import { ninjs } from './formats/ninjs.ts';
import { nitf } from './formats/nitf.ts';
import { text as plainText } from './formats/text.ts';
import { html } from './html/html.ts';

/** Every format, the most specific first: the first that recognizes a text decodes it. To add one: a file, a line. */
export const decoders: readonly Decoder[] = [
  json,
  jsonLd,
  jsonFeed,
  govUk,
  ninjs,
  newsmlG2,
  newsml1,
  nitf,
  feed,
  iptc7901,
  html,
  plainText,
];

/** Every media type that names a format. */
export const contentTypes: ReadonlySet<string> = new Set(
  [...decoders, ...documentFormats].flatMap((format) => format.contentTypes),
);

/** Pages and plain texts may quote a feed; they are never one. */
const single: ReadonlySet<string> = new Set(
  [html, plainText, ...documentFormats].flatMap((format) => format.contentTypes),
);

/**
 * The splitter for a text with many articles; null for one article.
 *
 * @param read  returns the text; only called if its type may contain many articles
 */
export const findContainer = (contentType: string, read: () => string): Container | null => {
  if (single.has(contentType)) return null;
  const start = read().slice(0, 4096);
  return decoders.find(({ container }) => container?.holds(start))?.container ?? null;
};
