import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ApiServices } from '../services.ts';
import { type ListedArticle, listedUrl, readListed } from './listed.ts';

/** One page of the sitemap: the articles after one id, up to and with another. */
export interface SitemapPage {
  /** Null: from the first. */
  readonly after: string | null;
  /** Null: to the last, those included that come in later. */
  readonly until: string | null;
  /** When the latest of its articles was received. */
  readonly lastmod: string;
}

export interface SitemapLimits {
  /** Articles a page is cut at; below the 50,000 of sitemaps.org, since more come in before the next cut. */
  readonly cutAt: number;
  /** Bytes of addresses a page is cut at; a file may have 50 MB, its mark-up and lastmod included. */
  readonly cutAtBytes: number;
  /** Articles a page never exceeds. */
  readonly most: number;
}

export const sitemapLimits: SitemapLimits = { cutAt: 40_000, cutAtBytes: 20_000_000, most: 50_000 };

/** Articles between which other requests go. */
const TOGETHER = 1000;

/** How long the cuts are kept. */
const KEPT_MS = 3_600_000;

/** The pages of the sitemap as they were last cut. */
export type SitemapCuts = () => Promise<readonly SitemapPage[]>;

/**
 * Cuts all articles into pages, once an hour however many ask: one pass over the ids. A cut that failed is tried
 * again by the next who asks.
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
