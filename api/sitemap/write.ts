import { element } from '../render/xml.ts';
import type { ApiServices } from '../services.ts';
import { type SitemapPage, sitemapLimits } from './cuts.ts';
import { listedUrl, readListed } from './listed.ts';

/** sitemaps.org, protocol 0.9. */
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** After this many addresses, of up to a kilobyte each, other requests get a turn. */
const PORTION = 1000;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Path of page `number` (from 1) of the sitemap: at the root, because a sitemap applies only to addresses below
 * its own folder.
 */
const sitemapPath = (number: number): string => `/sitemap-${number}.xml`;

/** The index of all pages. */
export const writeSitemapIndex = (pages: readonly SitemapPage[], origin: string): string => {
  const entries = pages.map(({ lastmod }, index) =>
    entryOf('sitemap', `${origin}${sitemapPath(index + 1)}`, lastmod),
  );
  return `${DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`;
};

/**
 * One page, part by part, so that it is never completely in memory; at most `most` articles.
 *
 * @throws {SearchUnavailable}
 */
export async function* writeSitemapPage(
  page: Pick<SitemapPage, 'after' | 'until'>,
  origin: string,
  services: ApiServices,
  most = sitemapLimits.most,
): AsyncGenerator<string> {
  let left = most;
  let head = `${DECLARATION}<urlset xmlns="${NAMESPACE}">\n`;
  for await (const batch of readListed(page, services, PORTION)) {
    const taken = batch.slice(0, left);
    left -= taken.length;
    yield head + taken.map(({ id, received }) => entryOf('url', listedUrl(origin, id), received)).join('');
    head = '';
    if (left === 0) break;
  }
  yield `${head}</urlset>\n`;
}

const entryOf = (name: string, loc: string, lastmod: string): string =>
  `<${name}>${element('loc', loc)}${element('lastmod', lastmod)}</${name}>\n`;
