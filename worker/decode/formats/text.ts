import type { SourceBlock } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { Decoder } from '../decoder.ts';
import { evenSpaces } from '../html/line.ts';

const MAX_LINES = 50_000;

/** Plain text, as copied from a page or sent by an agency: one block a line. */
export const text: Decoder = {
  name: 'text',
  contentTypes: ['text/plain', 'text/markdown'],
  recognizes: (start) => start !== '' && !start.startsWith('<') && !start.startsWith('{'),
  read: (source) => ({ blocks: linesOf(source), statements: [], url: null }),
};

export const linesOf = (source: string): readonly SourceBlock[] => {
  const lines = source.split(/\r\n?|\n|\u2028|\u2029/);
  if (lines.length > MAX_LINES) throw new RejectedArticle('too-large', `over ${MAX_LINES} lines of text`);
  return joinWrapped(lines.map(evenSpaces)).map((line) => ({
    text: line,
    tag: 'text',
    path: 'text',
    linkDensity: 0,
    datetimes: [],
    zone: 'unknown',
  }));
};

/**
 * Lines that a fixed width broke are one paragraph again: where empty lines part paragraphs, and most lines
 * are about as long as the longest.
 */
const joinWrapped = (lines: readonly string[]): readonly string[] => {
  const filled = lines.filter((line) => line !== '');
  const longest = filled.reduce((length, line) => Math.max(length, line.length), 0);
  const full = filled.filter((line) => line.length > longest * 0.75).length;
  if (longest > 100 || longest < 50 || full < filled.length / 2 || !lines.includes('')) return filled;
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line !== '' && open) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`);
    else if (line !== '') paragraphs.push(line);
    open = line.length > longest * 0.6;
  }
  return paragraphs;
};
