import type { RawInput } from '../../domain/article.ts';

export interface OpenedPage {
  readonly title: string;
  /** As the document states it; empty if not stated. */
  readonly modified: string;
  /** Markup. */
  readonly body: string;
}

/** A document's text as a page, so that title, text and days are found as on any other page. */
export const pageOf = (input: RawInput, { title, modified, body }: OpenedPage): RawInput => ({
  ...input,
  contentType: 'text/html',
  charset: null,
  content: `<!doctype html><html><head>${title.trim() === '' ? '' : `<title>${escapeMarkup(title)}</title>`}${
    modified === '' ? '' : `<meta name="last-modified" content="${escapeMarkup(modified)}">`
  }</head><body><article>${body}</article></body></html>`,
});

export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
