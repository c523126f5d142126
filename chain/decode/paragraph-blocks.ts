import type { SourceBlock } from '../../domain/article.ts';
import { readPage } from './html/page-reader.ts';
import { splitLines } from './lines.ts';

/** Paragraphs that a format states to be the text: nothing is left to choose. */
export const bodyBlocks = (
  paragraphs: readonly { readonly tag: string; readonly text: string }[],
): readonly SourceBlock[] =>
  paragraphs
    .filter(({ text }) => text !== '')
    .map(({ tag, text }) => ({ text, tag, path: tag, linkDensity: 0, datetimes: [], zone: 'body' }));

/** The lines of a body that may or may not hold markup. */
export const bodyLines = (body: string): readonly { readonly tag: string; readonly text: string }[] =>
  /<\/?(?:p|br|div|h[1-6]|li|ul|blockquote|span|a|b|strong|em|i)\b[^<>]{0,500}>/i.test(body)
    ? readPage(body).blocks.map(({ tag, text }) => ({ tag, text }))
    : splitLines(body).map((text) => ({ tag: 'p', text }));
