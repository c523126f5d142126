import { RejectedArticle } from '../../../domain/errors.ts';
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

/**
 * The pages of a sitemap.
 *
 * @throws {RejectedArticle} where it is no readable XML, or lists other sitemaps
 * @see https://www.sitemaps.org/protocol.html and the extension for news
 */
export const readSitemap = (source: string): readonly SitemapPage[] => {
  const document = parseXml(source);
  if (findAll(document, 'sitemapindex').length > 0)
    throw new RejectedArticle('not-a-source', `lists other sitemaps: add one of them: ${placesOf(document)}`);
  return findAll(document, 'url').flatMap((entry) => pageOf(entry) ?? []);
};

const placesOf = (index: XmlNode): string =>
  findAll(index, 'loc')
    .slice(0, 3)
    .map((place) => textOf(place).slice(0, 200))
    .join(' ');

const pageOf = (entry: XmlNode): SitemapPage | null => {
  const said = (node: XmlNode | null, name: string): string | null => {
    const found = node?.children.find((child) => child.name === name) ?? null;
    return textOf(found) || null;
  };
  const url = said(entry, 'loc') ?? '';
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
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
