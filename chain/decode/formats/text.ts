import type { SourceBlock } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { Decoder } from '../decoder.ts';
import { splitLines } from '../lines.ts';

const MAX_LINES = 50_000;
/** JSON in an unknown format is an error of the sender's, not an article that consists of brackets. */
const declaresJson = /[/+]json\b/i;

/** Plain text, as copied from a page or sent by an agency: one block a line. */
export const text: Decoder = {
  name: 'text',
  contentTypes: ['text/plain', 'text/markdown'],
  endings: { txt: 'text/plain' },
  recognizes: (start, contentType) =>
    start !== '' && !/^[<{\u0001]/.test(start) && !declaresJson.test(contentType),
  read: (source) => ({ blocks: linesOf(source), statements: [], url: null }),
};

const linesOf = (source: string): readonly SourceBlock[] => {
  const lines = splitLines(source);
  if (lines.length > MAX_LINES) throw new RejectedArticle('too-large', `over ${MAX_LINES} lines of text`);
  return lines.map((line) => ({
    text: line,
    tag: 'text',
    path: 'text',
    linkDensity: 0,
    datetimes: [],
    zone: 'unknown',
  }));
};
