import type { Decoder } from './decoder.ts';
import { feed } from './formats/feed.ts';
import { json } from './formats/json.ts';
import { jsonLd } from './formats/json-ld.ts';
import { newsmlG2 } from './formats/newsml-g2.ts';
import { ninjs } from './formats/ninjs.ts';
import { nitf } from './formats/nitf.ts';
import { text } from './formats/text.ts';
import { html } from './html/html.ts';

/** Every format, the most particular first: the first that recognizes a text reads it. To add one: a file, a line. */
export const decoders: readonly Decoder[] = [json, jsonLd, ninjs, newsmlG2, nitf, feed, html, text];
