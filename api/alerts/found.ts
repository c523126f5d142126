import { reasonsOf, withReasons } from '../../platform/alerts/find.ts';
import type { CompiledSearch, Reason } from '../../platform/alerts/records.ts';
import { shownFields, summarize } from '../search/hit.ts';
import { readListed } from '../search/read-listed.ts';
import type { ArticleSummary, Reader } from '../search/result.ts';
import { totalHits } from '../search/search-articles.ts';
import type { AlertServices } from './services.ts';

export interface ExplainedArticle extends ArticleSummary {
  readonly reasons: readonly Reason[];
}

/** The matches of a saved search among given articles, newest first, with reasons. */
export const findExplained = async (
  compiled: CompiledSearch,
  { among, size }: { readonly among: object; readonly size: number },
  reader: Pick<Reader, 'language'>,
  { execute, names, authorities }: AlertServices,
): Promise<{ readonly total: number; readonly results: ExplainedArticle[] }> => {
  const list = [
    {
      index: names.articles,
      optional: false,
      global: false,
      body: {
        size,
        track_total_hits: true,
        _source: [...shownFields],
        query: withReasons(compiled, among),
        sort: [{ received: { order: 'desc' } }, { id: { order: 'asc' } }],
        ...(compiled.highlight ? { highlight: compiled.highlight } : {}),
      },
    },
  ];
  const {
    answer: [answer],
  } = await readListed(list, execute);
  return {
    total: totalHits(answer),
    results: (answer?.hits.hits ?? []).flatMap(({ _source, highlight, matched_queries }) =>
      _source
        ? [
            {
              ...summarize(_source, reader, authorities, highlight),
              reasons: reasonsOf(compiled, Array.isArray(matched_queries) ? matched_queries : []),
            },
          ]
        : [],
    ),
  };
};
