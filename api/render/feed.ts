import { isCoarse } from '../../domain/partial-dates.ts';
import { lastingName, linkTo } from '../../domain/public-address.ts';
import type { ArticleSummary, SearchResult } from '../search/result.ts';
import type { RenderContext } from './format.ts';

/** Common to RSS, Atom and JSON Feed. */
export interface FeedEntry {
  /** Absolute and unique. */
  readonly id: string;
  readonly link: string;
  /** The instant, or the start of the day printed on it; null for a month or a year. */
  readonly published: string | null;
  /** The latest known instant; if the article states none, when the service accepted it. */
  readonly updated: string;
  readonly article: ArticleSummary;
}

export const entriesOf = (result: SearchResult, { origin }: RenderContext): readonly FeedEntry[] =>
  result.results.map((article) => {
    const page = linkTo(article.page, origin);
    const published = publishedAt(article);
    return {
      id: lastingName(article.page, origin),
      link: webLink(article.url) ?? page,
      published: published && toInstant(published),
      updated: toInstant(article.updated?.instant ?? published ?? article.received),
      article,
    };
  });

/** A month or a year is no instant: feeds have no way to write it. */
const publishedAt = ({ published, date }: ArticleSummary): string | null => {
  if (published && isCoarse(published)) return null;
  return published?.instant ?? (date === null ? null : `${date}T00:00:00.000Z`);
};

/** When the content of a feed changed last, according to its entries; unknown for an empty feed. */
export const lastChange = (entries: readonly FeedEntry[], { now }: RenderContext): string =>
  entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? now.toISOString();

/** The text of a feed entry: the article's summary, and in a saved search's feed the matching words. */
export const summaryOf = ({ summary, why }: ArticleSummary): string =>
  why === undefined || why === '' ? summary : `${summary}\n\n${why}`;

export const absoluteLinks = (
  result: SearchResult,
  { origin }: RenderContext,
  format: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (['self', 'first', 'prev', 'next'] as const).flatMap((name) => {
      const link = result.links[name];
      return link === undefined ? [] : [[name, linkTo(withFormat(link, format), origin)]];
    }),
  );

/** The same for all pages of a feed, and for every token of a saved search. */
export const feedId = (result: SearchResult, { origin }: RenderContext, format: string): string =>
  lastingName(withFormat(result.links.id ?? result.links.first ?? result.links.self ?? '/', format), origin);

/** The page of results that a person would read. */
export const humanLink = (result: SearchResult, { origin }: RenderContext): string => {
  // A saved search has its own feed address.
  const { searchParams } = new URL(result.links.home ?? result.links.self ?? '/', anyHost);
  searchParams.delete('format');
  return linkTo(searchParams.size > 0 ? `/?${searchParams}` : '/', origin);
};

const withFormat = (link: string, format: string): string => {
  const { pathname, searchParams } = new URL(link, anyHost);
  searchParams.set('format', format);
  return `${pathname}?${searchParams}`;
};

/** Only the path and the parameters of our own links are read. */
const anyHost = 'http://any';

const toInstant = (written: string): string => {
  const time = Date.parse(written);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
};

/** Only addresses that are safe to follow. */
const webLink = (url: string | null): string | null =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? new URL(url).href : null;
