import { fileBounds } from '../bounds.ts';
import { find, findAll, parseXml, textOf, type XmlNode } from '../xml.ts';

/** One page that a sitemap names, with what the news extension says of it. */
export interface SitemapPage {
  readonly url: string;
  readonly title: string | null;
  /** As printed: of publication, else of the last change. */
  readonly date: string | null;
  readonly language: string | null;
  /** When the page last changed, as printed. */
  readonly changed: string | null;
}

export const isSitemap = (start: string): boolean =>
  /<(?:[\w-]{1,40}:)?(?:urlset|sitemapindex)[\s>]/.test(start);

/** A sitemap that an index lists. */
export interface ListedSitemap {
  readonly url: string;
  /** When it last changed, as printed. */
  readonly changed: string | null;
}

/**
 * The pages of a sitemap, or the sitemaps of an index.
 *
 * @throws {RejectedArticle} if it is not readable XML
 * @see https://www.sitemaps.org/protocol.html and the extension for news
 */
export const readSitemap = (
  source: string,
): { readonly pages: readonly SitemapPage[]; readonly listed: readonly ListedSitemap[] } => {
  const document = parseXml(source, fileBounds);
  return {
    pages: findAll(document, 'url').flatMap((entry) => pageOf(entry) ?? []),
    listed: findAll(document, 'sitemap').flatMap((entry) => {
      const url = addressOf(entry);
      return url === null ? [] : { url, changed: said(entry, 'lastmod') };
    }),
  };
};

const said = (node: XmlNode | null, name: string): string | null => {
  const found = node?.children.find((child) => child.name === name) ?? null;
  return textOf(found) || null;
};

const addressOf = (entry: XmlNode): string | null => {
  const url = said(entry, 'loc') ?? '';
  return /^https?:/i.test(url) && URL.canParse(url) ? url : null;
};

const pageOf = (entry: XmlNode): SitemapPage | null => {
  const url = addressOf(entry);
  if (url === null) return null;
  const news = entry.children.find(({ name }) => name === 'news') ?? null;
  const changed = said(entry, 'lastmod');
  return {
    url,
    title: said(news, 'title'),
    date: said(news, 'publication_date'),
    language: news === null ? null : textOf(find(news, 'publication', 'language')) || null,
    changed,
  };
};
