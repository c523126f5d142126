import type { Statement } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import type { Decoder } from './decoder.ts';
import { readPage } from './html/read-page.ts';

/** Larger pages are no article's; refused before parsing. */
export const MAX_HTML = 5_000_000;

/** A web page of any vintage, whole or a piece of one. */
export const html: Decoder = {
  name: 'html',
  contentTypes: ['text/html', 'application/xhtml+xml'],
  recognizes: (start) =>
    /^(?:\ufeff|\s|<!--[\s\S]{0,3000}?-->|<\?xml[^>]{0,200}>){0,20}<(?:!doctype\s+html|html|head|body|div|p|article|section|table|h[1-6]|meta|title)\b/i.test(
      start,
    ),
  read: (text) => {
    if (text.length > MAX_HTML) {
      throw new RejectedArticle(
        'too-large',
        `the page has ${text.length} characters; at most ${MAX_HTML} are read`,
      );
    }
    const { blocks, statements } = readPage(text);
    if (blocks.length === 0) throw new RejectedArticle('empty', 'the page shows no text');
    return { blocks, statements, url: statedUrl(statements) };
  },
};

const statedUrl = (statements: readonly Statement[]): string | null => {
  for (const wanted of ['canonical', 'og:url', 'url']) {
    const stated = statements.find(({ property, value }) => property === wanted && URL.canParse(value));
    if (stated && /^https?:/i.test(stated.value)) return stated.value;
  }
  return null;
};
