import type { Decoder } from './decoder.ts';
import { json } from './formats/json.ts';
import { text } from './formats/text.ts';
import { html } from './html/html.ts';

/** Every format, the most particular first: the first that recognizes a text reads it. To add one: a file, a line. */
export const decoders: readonly Decoder[] = [json, html, text];
