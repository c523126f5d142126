import { z } from 'zod';
import type { Operation } from './openapi.ts';
import { searchSchema } from './params/search.ts';
import { articleParams } from './routes/article.ts';
import { articleSchema } from './search/article.ts';
import { articleSummarySchema, searchResultSchema } from './search/result.ts';

const text = z.string();

/** `fields` leaves out all but id and title. */
const partialResult = searchResultSchema
  .extend({ results: z.array(articleSummarySchema.partial().required({ id: true, title: true })) })
  .meta({ id: 'SearchAnswer' });

/** What the OpenAPI document says: every route of ours, once. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/articles',
    id: 'search',
    summary: 'Searches, with facets',
    query: searchSchema,
    answers: {
      'application/json': partialResult,
      'application/x-ndjson': text,
      'text/csv': text,
      'application/rss+xml': text,
      'application/atom+xml': text,
      'application/feed+json': z.record(z.string(), z.unknown()),
    },
  },
  {
    method: 'get',
    path: '/v1/articles/{id}',
    id: 'article',
    summary: 'One article',
    query: articleParams,
    pathParams: z.object({ id: z.string() }),
    answers: { 'application/json': articleSchema },
  },
];
