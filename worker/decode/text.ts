import type { SourceBlock } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import type { Decoder } from './decoder.ts';
import { splitLines } from './lines.ts';

const MAX_TEXT = 5_000_000;

/** Text as somebody copied it from a page: lines, blank lines, no markup. Takes what no other decoder knows. */
export const text: Decoder = {
  name: 'text',
  contentTypes: ['text/plain', 'text/markdown'],
  recognizes: () => true,
  read: (source) => {
    if (source.length > MAX_TEXT) {
      throw new RejectedArticle(
        'too-large',
        `the text has ${source.length} characters; at most ${MAX_TEXT} are read`,
      );
    }
    const blocks = splitLines(source).map(toBlock);
    if (blocks.length === 0) throw new RejectedArticle('empty', 'the text has no visible character');
    return { blocks, statements: [], url: null };
  },
};

const toBlock = (line: string): SourceBlock => ({
  text: line,
  tag: 'text',
  path: 'text',
  linkDensity: 0,
  datetimes: [],
  zone: 'unknown',
});
