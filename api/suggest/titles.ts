import type { ArticleDocument } from '../../domain/document.ts';
import type { Answer, SearchBody } from '../search/execute.ts';
import type { Clause } from '../search/filters.ts';
import type { SuggestedArticle } from '../search/suggest-answer.ts';
import { matchedStretches } from './matched.ts';

/** Articles whose title has every typed word, the last one perhaps unfinished. */
export const askForTitles = (typed: string, filter: readonly Clause[], most: number): SearchBody => ({
  size: most,
  track_total_hits: false,
  query: {
    bool: {
      must: [
        {
          multi_match: {
            query: typed,
            type: 'bool_prefix',
            operator: 'and',
            fields: ['title.exact', 'title'],
          },
        },
      ],
      filter,
    },
  },
  _source: ['id', 'title', 'date', 'language'],
});

export const readTitles = (answer: Answer | undefined, typed: string): SuggestedArticle[] =>
  (answer?.hits.hits ?? []).flatMap(({ _source }) => (_source ? [suggestedArticle(_source, typed)] : []));

const suggestedArticle = (
  { id, title, date, language }: Pick<ArticleDocument, 'id' | 'title' | 'date' | 'language'>,
  typed: string,
): SuggestedArticle => ({
  id,
  title,
  match: matchedStretches(title, typed),
  date,
  language,
  url: `/articles/${encodeURIComponent(id)}`,
});
