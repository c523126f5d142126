import { z } from 'zod';
import { adminOperations } from './admin-operations.ts';
import { alertOperations } from './alert-operations.ts';
import type { Operation } from './openapi.ts';
import { type SearchFormat, searchFormats, searchSchema } from './params/search.ts';
import { formats } from './render/index.ts';
import { articleParams, versionsParams } from './routes/article.ts';
import { exportParams, exportStateSchema } from './routes/export.ts';
import {
  agenciesSchema,
  facetParams,
  facetValuesSchema,
  labelParams,
  peopleParams,
  suggestParams,
} from './routes/names.ts';
import { articleSchema } from './search/article.ts';
import { peopleListSchema, personSchema } from './search/people.ts';
import { articleSummarySchema, searchResultSchema } from './search/result.ts';
import { suggestAnswerSchema } from './search/suggest-answer.ts';
import { versionsSchema } from './versions/versions.ts';
import { writeOperations } from './write-operations.ts';

const text = z.string();

/** `fields` leaves out all but id and title. */
const partialResult = searchResultSchema
  .extend({ results: z.array(articleSummarySchema.partial().required({ id: true, title: true })) })
  .meta({ id: 'SearchAnswer' });

const answerOf = (format: SearchFormat): z.ZodType => {
  if (format === 'json') return partialResult;
  return format === 'jsonfeed' ? z.record(z.string(), z.unknown()) : text;
};

/** What the OpenAPI document says: every route of ours, once. */
export const operations: readonly Operation[] = [
  ...writeOperations,
  ...alertOperations,
  ...adminOperations,
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
  ...searchFormats.map(
    (format): Operation => ({
      method: 'get',
      path: `/v1/articles.${format}`,
      id: `search-${format}`,
      summary: `The same as ${format}, whatever the parameter format says`,
      query: searchSchema,
      answers: { [formats[format].mediaType.split(';')[0] ?? '']: answerOf(format) },
    }),
  ),
  {
    method: 'get',
    path: '/v1/articles/{id}',
    id: 'article',
    summary: 'One article',
    query: articleParams,
    pathParams: z.object({ id: z.string() }),
    answers: { 'application/json': articleSchema },
  },
  {
    method: 'get',
    path: '/v1/articles/{id}/versions',
    id: 'versions',
    summary: 'Every revision, and in what two of them differ',
    query: versionsParams,
    pathParams: z.object({ id: z.string() }),
    answers: { 'application/json': versionsSchema },
  },
  {
    method: 'get',
    path: '/v1/export',
    id: 'export',
    summary: 'Every match, streamed; with token and cursor instead, goes on with a broken one',
    query: exportParams.extend({
      token: z.string().optional().meta({ description: 'Token of an export that broke off' }),
      cursor: z.string().optional().meta({ description: 'The last mark that was read' }),
    }),
    answers: { 'application/x-ndjson': text, 'text/csv': text },
  },
  {
    method: 'get',
    path: '/v1/export/{token}',
    id: 'exportState',
    summary: 'Count and hash of an export',
    pathParams: z.object({ token: z.string() }),
    answers: { 'application/json': exportStateSchema },
  },
  {
    method: 'get',
    path: '/v1/suggest',
    id: 'suggest',
    summary: 'People, agencies and titles, for a search box',
    query: suggestParams,
    answers: { 'application/json': suggestAnswerSchema },
  },
  {
    method: 'get',
    path: '/v1/people',
    id: 'people',
    summary: 'People who may be called so',
    query: peopleParams,
    answers: { 'application/json': peopleListSchema },
  },
  {
    method: 'get',
    path: '/v1/people/{id}',
    id: 'person',
    summary: 'One person: names, counts, who is named together',
    query: labelParams,
    pathParams: z.object({ id: z.string() }),
    answers: { 'application/json': personSchema },
  },
  {
    method: 'get',
    path: '/v1/agencies',
    id: 'agencies',
    summary: 'Every recorded agency',
    query: labelParams,
    answers: { 'application/json': agenciesSchema },
  },
  {
    method: 'get',
    path: '/v1/facets/{name}',
    id: 'facet',
    summary: 'Searches within the values of a facet, under the same filters',
    query: facetParams,
    pathParams: z.object({ name: z.string() }),
    answers: { 'application/json': facetValuesSchema },
  },
];
