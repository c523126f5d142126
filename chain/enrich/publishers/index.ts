import { plainHost } from '../../../authorities/host-index.ts';
import type { PublisherAuthority } from '../../../authorities/publishers/index.ts';
import type { CleanArticle, SourceBlock, Statement } from '../../../domain/article.ts';

/** Whose site carried the article, and the time zone in which it prints times. */
export interface FoundPublisher {
  /** An authority id, else the host without `www.`; null if unknown. */
  readonly id: string | null;
  readonly host: string | null;
  readonly zone: string | null;
  /** ISO 3166. */
  readonly country: string | null;
}

const unknown: FoundPublisher = { id: null, host: null, zone: null, country: null };

/**
 * Finds the publisher: as given, else by the host of the article's address, else by a host or a publisher's
 * name in the page's footer.
 */
export const findPublisher = (clean: CleanArticle, publishers: PublisherAuthority): FoundPublisher => {
  const given = clean.given.publisher;
  if (given === null) return unknown;
  if (given !== undefined) return fromGiven(given, publishers);
  const host = hostOf(clean.url) ?? statedHost(clean.statements) ?? footerHost(clean.blocks, publishers);
  if (host !== null) return ofHost(host, publishers);
  const id = statedName(clean.statements, publishers);
  return id === null ? unknown : ofHost(id, publishers);
};

const ofHost = (host: string, publishers: PublisherAuthority): FoundPublisher => ({
  id: publishers.publisherOf(host)?.id ?? plainHost(host),
  host: plainHost(host),
  zone: publishers.zoneOf(host),
  country: publishers.countryOf(host),
});

const fromGiven = (given: string, publishers: PublisherAuthority): FoundPublisher => {
  const host = hostOf(given) ?? (hostPattern.test(given) ? given : null);
  if (host !== null) return ofHost(host, publishers);
  const [id, ...others] = publishers.findByName(given);
  return id !== undefined && others.length === 0
    ? ofHost(id, publishers)
    : { ...unknown, id: given.trim() || null };
};

const hostPattern = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i;

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) && /^https?:/i.test(url) ? new URL(url).hostname || null : null;

const addressProperties = new Set([
  'canonical',
  'og:url',
  'url',
  'mainentityofpage',
  'mainentityofpage.@id',
  'mainentityofpage.url',
  'twitter:url',
]);

const statedHost = (statements: readonly Statement[]): string | null => {
  for (const { property, value } of statements)
    if (addressProperties.has(property)) {
      const host = hostOf(value);
      if (host !== null) return host;
    }
  return null;
};

const nameProperties = ['publisher.name', 'og:site_name', 'publisher', 'dc.publisher', 'application-name'];

const statedName = (statements: readonly Statement[], publishers: PublisherAuthority): string | null => {
  for (const wanted of nameProperties)
    for (const { property, value } of statements) {
      if (property !== wanted) continue;
      const [id, ...others] = publishers.findByName(value);
      if (id !== undefined && others.length === 0) return id;
    }
  return null;
};

/** Host names in a footer, with a limit for each label. */
const printedHost =
  /(?<![\p{L}\p{N}@./-])(?:www\.)?(?:[a-z0-9-]{2,40}\.){1,4}[a-z]{2,12}(?![\p{L}\p{N}@-])/giu;

/** The host that the lines after the article print most often; of equally frequent ones a recorded one, then the first. */
const footerHost = (blocks: readonly SourceBlock[], publishers: PublisherAuthority): string | null => {
  const counts = new Map<string, number>();
  for (const { text, zone } of blocks) {
    const footer = zone === 'after' || (zone !== 'title' && /©|copyright/i.test(text));
    if (!footer || text.length > 2000) continue;
    for (const [host] of text.matchAll(printedHost)) {
      const known = publishers.publisherOf(host) !== null;
      if (!known && !/^www\./i.test(host)) continue;
      const key = plainHost(host);
      counts.set(key, (counts.get(key) ?? 0) + (known ? 1.5 : 1));
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
};
