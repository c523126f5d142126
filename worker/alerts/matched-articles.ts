import type { AlertRecord } from '../../platform/alerts/records.ts';
import { articleFields, type MatchedArticle, type MatchedDocument } from './payload.ts';
import type { AlertServices } from './services.ts';

/** Articles in their current public state, by id, with highlights. What readers must not see is not among them. */
export const readMatchedArticles = async (
  { client, names }: Pick<AlertServices, 'client' | 'names'>,
  alert: AlertRecord,
  articles: readonly string[],
): Promise<ReadonlyMap<string, MatchedArticle>> => {
  const { highlight } = alert.value.compiled;
  const ids = [...new Set(articles)];
  const { hits } = await client.search<MatchedDocument>({
    index: names.articles,
    size: ids.length,
    track_total_hits: false,
    _source: [...articleFields],
    query: { bool: { filter: [{ terms: { id: ids } }] } },
    ...(highlight ? { highlight } : {}),
  });
  return new Map(
    hits.hits.flatMap(({ _source, highlight: marked }) =>
      _source ? [[_source.id, { document: _source, highlight: marked }] as const] : [],
    ),
  );
};
