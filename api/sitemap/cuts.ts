import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ApiServices } from '../services.ts';
import { type ListedArticle, listedUrl, readListed } from './listed.ts';

/** One page of the sitemap: the articles after one id, up to and including another. */
export interface SitemapPage {
  /** Null: from the first. */
  readonly after: string | null;
  /** Null: to the last, including later arrivals. */
  readonly until: string | null;
  /** When the latest of its articles was received. */
  readonly lastmod: string;
}

export interface SitemapLimits {
  /** Articles per page; below the 50,000 of sitemaps.org, because more arrive before the pages are computed again. */
  readonly cutAt: number;
  /** Bytes of addresses per page; a file may have 50 MB, including markup and lastmod. */
  readonly cutAtBytes: number;
  /** Hard limit of articles in a page. */
  readonly most: number;
}

export const sitemapLimits: SitemapLimits = { cutAt: 40_000, cutAtBytes: 20_000_000, most: 50_000 };

/** After this many articles other requests get a turn. */
const TOGETHER = 1000;

/** How long the pages are kept. */
const KEPT_MS = 3_600_000;

/** The pages of the sitemap as last computed. */
export type SitemapCuts = () => Promise<readonly SitemapPage[]>;

/**
 * Splits all articles into pages, at most once an hour: one pass over the ids. After a failure the next request
 * tries again.
 */
export const createSitemapCuts = (
  services: ApiServices,
  limits: SitemapLimits = sitemapLimits,
): SitemapCuts => {
  let kept: { readonly at: number; readonly pages: Promise<readonly SitemapPage[]> } | null = null;
  return () => {
    const now = services.clock().getTime();
    if (kept && now - kept.at < KEPT_MS) return kept.pages;
    const pages = cutPages(services, limits);
    const cut = { at: now, pages };
    kept = cut;
    pages.catch(() => {
      if (kept === cut) kept = null;
    });
    return pages;
  };
};

const cutPages = async (services: ApiServices, limits: SitemapLimits): Promise<readonly SitemapPage[]> => {
  const pages: SitemapPage[] = [];
  let open = emptyPage(null);
  for await (const batch of readListed({ after: null, until: null }, services))
    for (const [at, article] of batch.entries()) {
      if (at % TOGETHER === 0) await nextTurn();
      add(open, article);
      if (open.count < limits.cutAt && open.bytes < limits.cutAtBytes) continue;
      pages.push({ after: open.after, until: article.id, lastmod: open.lastmod });
      open = emptyPage(article.id);
    }
  if (open.count > 0) pages.push({ after: open.after, until: null, lastmod: open.lastmod });
  return pages;
};

const emptyPage = (after: string | null) => ({ after, count: 0, bytes: 0, lastmod: '' });

const add = (page: ReturnType<typeof emptyPage>, { id, received }: ListedArticle): void => {
  page.count += 1;
  page.bytes += listedUrl('', id).length;
  if (received > page.lastmod) page.lastmod = received;
};
