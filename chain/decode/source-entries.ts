import { createHash } from 'node:crypto';
import type { DecodedArticle, RawInput } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import type { GivenFields } from '../../domain/given-fields.ts';
import { deriveId } from '../../domain/ids.ts';
import type { Order } from '../../domain/submission.ts';
import type { ContainedArticle } from './containers/contained-article.ts';
import { isSitemap, type ListedSitemap, readSitemap, type SitemapPage } from './containers/sitemap.ts';
import { findContainer } from './decoders.ts';
import { instantOf, orderBy } from './delivery.ts';
import { decode } from './index.ts';
import { submitInput } from './submit.ts';

/** One article that a feed or sitemap announces. */
export interface SourceEntry {
  /** The article's id, the same as through any other way in. */
  readonly id: string;
  /** Changes only with the entry's content, not with other data such as a count of comments. */
  readonly sign: string;
  /** Of the page that it links to. */
  readonly url: string | null;
  /** What the entry reliably says about the page that it links to. */
  readonly given: GivenFields;
  /** ISO instant at which it was published; null if not stated. */
  readonly published: string | null;
  readonly order: Order | null;
  /** The entry as an article by itself; null if it only names a page. */
  readonly input: RawInput | null;
}

export interface ReadSource {
  readonly entries: readonly SourceEntry[];
  /** Why others were left out, and how many. */
  readonly refused: ReadonlyMap<string, number>;
  /** The feed's own minimum interval between requests, in milliseconds; 0 if not stated. */
  readonly restMs: number;
  /** The sitemaps that a sitemap index lists. */
  readonly listed: readonly ListedSitemap[];
}

export const mostEntries = 5000;

/**
 * Reads a feed or sitemap.
 *
 * @param namespace  prefix for ids that are unique only within this source
 * @throws {RejectedArticle} `not-a-source` if it is neither; others if it cannot be read
 */
export const readSource = async (
  text: string,
  contentType: string,
  namespace: string,
): Promise<ReadSource> => {
  const start = text.slice(0, 4096);
  if (isSitemap(start)) {
    const { pages, listed } = readSitemap(text);
    const entries = pages.slice(0, mostEntries).map(announce);
    return { entries, refused: new Map(), restMs: 0, listed };
  }
  const container = /<html[\s>]/i.test(start) ? null : findContainer('', () => text);
  if (container === null)
    throw new RejectedArticle('not-a-source', `neither a feed nor a sitemap: ${contentType || 'no type'}`);
  const entries: SourceEntry[] = [];
  const refused = new Map<string, number>();
  let found = 0;
  for await (const one of container.split(text)) {
    found += 1;
    const read = readEntry(one, namespace);
    if (typeof read === 'string') refused.set(read, (refused.get(read) ?? 0) + 1);
    else entries.push(read);
    if (found >= mostEntries) break;
  }
  return { entries, refused, restMs: ttlOf(start), listed: [] };
};

const announce = ({ url, title, date, language, changed }: SitemapPage): SourceEntry => {
  const given = { url, ...(title ? { title } : {}), ...dateOf(date), ...(language ? { language } : {}) };
  return {
    id: deriveId({ contentType: '', charset: null, content: '', given }),
    sign: signOf([url, title, date, changed]),
    url,
    given,
    published: instantOf(date ?? changed ?? ''),
    order: orderBy(undefined, changed ?? date ?? undefined).order ?? null,
    input: null,
  };
};

/** @returns the reason if it is left out */
const readEntry = (
  { suggestedId, order, input }: ContainedArticle,
  namespace: string,
): SourceEntry | string => {
  const read = submitInput(input, { id: suggestedId, namespace, order: order ?? null });
  if (read.kind === 'invalid') return read.detail.slice(0, 200);
  const { id, order: own = null } = read.submission;
  try {
    const decoded = decode({ id, revision: 0, input });
    const { url } = decoded;
    const published = statementOf(decoded, 'datepublished');
    const title = decoded.given.title ?? null;
    return {
      id,
      sign: signOf([url, title, published, statementOf(decoded, 'datemodified')]),
      url,
      given: { ...(url ? { url } : {}), ...(title ? { title } : {}), ...dateOf(published) },
      published: instantOf(published ?? ''),
      order: own,
      input,
    };
  } catch (error) {
    if (error instanceof RejectedArticle) return error.message.slice(0, 200);
    throw error;
  }
};

const statementOf = ({ statements }: DecodedArticle, property: string): string | null =>
  statements.find((one) => one.property === property)?.value ?? null;

/** An unreadable day would cause the article to be rejected. */
const dateOf = (date: string | null): GivenFields =>
  date !== null && instantOf(date) !== null ? { date } : {};

const signOf = (parts: readonly (string | null)[]): string =>
  createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\0'))
    .digest('base64url')
    .slice(0, 22);

const ttlOf = (start: string): number =>
  Number(/<ttl>\s{0,9}(\d{1,6})\s{0,9}<\/ttl>/i.exec(start)?.[1] ?? 0) * 60_000;
