import type { ArticleSummary, SearchResult } from '../search/result.ts';
import type { Format } from './format.ts';

export const json: Format = {
  name: 'json',
  mediaType: 'application/json',
  full: true,
  render: (result, { params }) => JSON.stringify(params.fields ? withFields(result, params.fields) : result),
};

const withFields = (result: SearchResult, fields: readonly string[]) => ({
  ...result,
  results: result.results.map((article) => pick(article, fields)),
});

const pick = (article: ArticleSummary, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(article).filter(([name]) => name === 'id' || name === 'title' || fields.includes(name)),
  );

export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  full: false,
  render: ({ results }, { params }) =>
    results
      .map((article) => `${JSON.stringify(params.fields ? pick(article, params.fields) : article)}\n`)
      .join(''),
};
