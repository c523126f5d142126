import { decodeHTMLStrict } from 'entities';
import type { SourceBlock } from '../../domain/article.ts';
import { readPage } from './html/page-reader.ts';
import { splitLines } from './lines.ts';

/** A paragraph and its element. */
export interface Line {
  readonly tag: string;
  readonly text: string;
}

/** Paragraphs that a format marks as the text, so that the cleaner need not choose. */
export const bodyBlocks = (paragraphs: readonly Line[]): readonly SourceBlock[] =>
  paragraphs
    .filter(({ text }) => text !== '')
    .map(({ tag, text }) => ({ text, tag, path: tag, linkDensity: 0, datetimes: [], zone: 'body' }));

const TAG =
  /<\/?(?:p|br|div|h[1-6]|li|[uod]l|d[td]|t[rdh]|table|pre|section|article|blockquote|span|a|b|strong|em|i|u)\b[^<>]{0,500}>/i;

/** The lines of a body that may contain markup. */
export const bodyLines = (body: string): readonly Line[] =>
  TAG.test(body) ? markupLines(body) : plainLines(body);

/** The lines of a body that is HTML by its format, even without tags. */
export const htmlLines = (body: string): readonly Line[] =>
  TAG.test(body) ? markupLines(body) : plainLines(decodeHTMLStrict(body));

const markupLines = (body: string): readonly Line[] =>
  readPage(body).blocks.map(({ tag, text }) => ({ tag, text }));

const plainLines = (body: string): readonly Line[] => splitLines(body).map((text) => ({ tag: 'p', text }));
