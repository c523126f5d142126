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
  /** The article's id, as from any other door. */
  readonly id: string;
  /** Changes when the entry does, and not with what stands beside it, such as a count of comments. */
  readonly sign: string;
  /** Of the page behind it. */
  readonly url: string | null;
  /** What the entry says beyond doubt of the page behind it. */
  readonly given: GivenFields;
  /** ISO instant at which it was published; null where it does not say. */
  readonly published: string | null;
  readonly order: Order | null;
  /** The entry as an article by itself; null where it only names a page. */
  readonly input: RawInput | null;
}

export interface ReadSource {
  readonly entries: readonly SourceEntry[];
  /** Why others were left out, and how many. */
  readonly refused: ReadonlyMap<string, number>;
  /** How long the feed says that it need not be asked again, in milliseconds; 0 if it does not say. */
  readonly restMs: number;
  /** Sitemaps that it lists, for an index of sitemaps. */
  readonly listed: readonly ListedSitemap[];
}

export const mostEntries = 5000;

/**
 * Reads a feed or sitemap.
 *
 * @param namespace  goes before ids that only this source's stories do not share
 * @throws {RejectedArticle} `not-a-source` where it is neither; others where it cannot be read
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
  for await (const one of container.split(text)) {
    const read = readEntry(one, namespace);
    if (typeof read === 'string') refused.set(read, (refused.get(read) ?? 0) + 1);
    else entries.push(read);
    if (entries.length >= mostEntries) break;
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

/** @returns why it is left out, if it is */
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

/** A day that nobody can read would have the article refused. */
const dateOf = (date: string | null): GivenFields =>
  date !== null && instantOf(date) !== null ? { date } : {};

const signOf = (parts: readonly (string | null)[]): string =>
  createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\0'))
    .digest('base64url')
    .slice(0, 22);

const ttlOf = (start: string): number =>
  Number(/<ttl>\s{0,9}(\d{1,6})\s{0,9}<\/ttl>/i.exec(start)?.[1] ?? 0) * 60_000;
