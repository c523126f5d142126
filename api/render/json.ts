import { z } from 'zod';
import {
  type ArticleSummary,
  articleSummarySchema,
  type SearchResult,
  searchResultSchema,
} from '../search/result.ts';
import { withAbsoluteCopies, withAbsoluteLinks } from './absolute.ts';
import { anyText, type Format } from './format.ts';

/** Applies `fields`; id and title are always included. */
const someFields = z.array(articleSummarySchema.partial().required({ id: true, title: true }));
const answerSchema = searchResultSchema
  .extend({
    results: someFields,
    bestBets: someFields.optional().meta(searchResultSchema.shape.bestBets.meta() ?? {}),
  })
  .meta({ id: 'SearchAnswer' });

export const json = {
  name: 'json',
  title: 'JSON',
  mediaType: 'application/json',
  kind: 'whole',
  schema: answerSchema,
  render: (result, { fields, origin }) => {
    const absolute = withAbsoluteLinks(result, origin);
    return JSON.stringify(fields ? withFields(absolute, fields) : absolute);
  },
} as const satisfies Format;

const withFields = (result: SearchResult, fields: readonly string[]) => ({
  ...result,
  results: result.results.map((article) => pick(article, fields)),
  ...(result.bestBets ? { bestBets: result.bestBets.map((article) => pick(article, fields)) } : {}),
});

const pick = (article: ArticleSummary, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(article).filter(([name]) => name === 'id' || name === 'title' || fields.includes(name)),
  );

export const ndjson = {
  name: 'ndjson',
  title: 'NDJSON',
  mediaType: 'application/x-ndjson',
  kind: 'rows',
  schema: anyText,
  render: ({ results }, { fields, origin }) =>
    results
      .map((article) => withAbsoluteCopies(article, origin))
      .map((article) => `${JSON.stringify(fields ? pick(article, fields) : article)}\n`)
      .join(''),
} as const satisfies Format;
