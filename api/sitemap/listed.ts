import type { Answer } from '../search/execute.ts';
import { searchArticles } from '../search/search-articles.ts';
import type { ApiServices } from '../services.ts';

/** An article in the sitemap. */
export interface ListedArticle {
  readonly id: string;
  /** When this revision was received: when its page last changed. UTC, ISO 8601. */
  readonly received: string;
}

/** Elasticsearch's own limit of one request. */
const BATCH = 10_000;

/** The address of an article's page. */
export const listedUrl = (origin: string, id: string): string =>
  `${origin}/articles/${encodeURIComponent(id)}`;

/**
 * The public articles, by id, after one and up to and including another; at most one batch is in memory. The
 * reading alias leaves out deleted articles, and embargoed ones are not in the index yet.
 *
 * @throws {SearchUnavailable}
 */
export async function* readListed(
  { after, until }: { readonly after: string | null; readonly until: string | null },
  services: ApiServices,
  batch = BATCH,
): AsyncGenerator<readonly ListedArticle[]> {
  let last = after;
  for (;;) {
    const hits = await readBatch({ after: last, until }, services, batch);
    const end = hits.at(-1);
    if (!end) return;
    yield hits;
    if (hits.length < batch) return;
    last = end.id;
  }
}

const readBatch = async (
  { after, until }: { readonly after: string | null; readonly until: string | null },
  services: ApiServices,
  size: number,
): Promise<readonly ListedArticle[]> => {
  const range = { ...(after === null ? {} : { gt: after }), ...(until === null ? {} : { lte: until }) };
  const answer = await searchArticles(
    {
      query: { bool: { filter: [{ range: { id: range } }, { exists: { field: 'received' } }] } },
      sort: [{ id: 'asc' }],
      size,
      _source: false,
      docvalue_fields: [{ field: 'received', format: 'strict_date_time' }],
      track_total_hits: false,
    },
    services,
  );
  return (answer?.hits.hits ?? []).map(toListed);
};

const toListed = ({ sort, fields }: Answer['hits']['hits'][number]): ListedArticle => {
  const id: unknown = sort?.[0];
  const received: unknown = fields?.received?.[0];
  if (typeof id !== 'string' || typeof received !== 'string')
    throw new Error('an article in the index has no id or no time of receipt');
  return { id, received };
};
