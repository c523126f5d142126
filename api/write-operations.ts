import { z } from 'zod';
import { contentTypes } from '../chain/decode/decoders.ts';
import { articleSchema as articleInput } from '../platform/articles/schema.ts';
import type { Operation } from './openapi.ts';
import { deletionSchema, pageSchema } from './params/write.ts';

const id = z.object({ id: z.string() });
const text = z.string();

export const acceptedSchema = z
  .strictObject({
    id: z.string(),
    revision: z.number().int().meta({ description: 'The stored one' }),
    outcome: z.enum(['accepted', 'unchanged', 'stale']),
    state: z
      .enum(['searchable', 'failed', 'waiting'])
      .optional()
      .meta({ description: 'With wait=searchable: what became of it within ten seconds' }),
  })
  .meta({ id: 'Accepted' });

const purgedSchema = z
  .strictObject({
    id: z.string(),
    revision: z.number().int(),
    erased: z.strictObject({
      history: z.number().int(),
      failures: z.number().int(),
      documents: z.number().int(),
    }),
    snapshots: z
      .array(z.string())
      .meta({ description: 'Snapshots that still hold the text, as repository/snapshot' }),
  })
  .meta({ id: 'Purged' });

const statusSchema = z
  .strictObject({
    id: z.string(),
    revision: z.number().int(),
    state: z.enum(['waiting', 'indexed', 'deleted', 'failed']),
    received: z.string(),
    publishAt: z.string().nullable(),
    failure: z
      .strictObject({
        step: z.string().optional(),
        reason: z.string(),
        detail: z.string().optional(),
        at: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'ArticleStatus' });

const failureSchema = z
  .looseObject({ id: z.string(), revision: z.number().int(), reason: z.string(), at: z.string() })
  .meta({ id: 'Failure' });

/** Every format that is read, and XML whose format shows only inside. */
const bodies = {
  ...Object.fromEntries([...contentTypes, 'application/xml'].map((type) => [type, text])),
  'application/json': articleInput,
};

/** Routes that need a key: writing and failures. */
export const writeOperations: readonly Operation[] = [
  {
    method: 'put',
    path: '/v1/articles/{id}',
    id: 'putArticle',
    summary: 'Writes an article; `If-Match: <revision>` refuses a lost update',
    query: pageSchema,
    pathParams: id,
    bodies,
    statuses: [200, 202],
    answers: { 'application/json': acceptedSchema },
    scope: 'write',
  },
  {
    method: 'post',
    path: '/v1/articles',
    id: 'postArticles',
    summary: 'Writes one article, or NDJSON of any number: an answer a line',
    query: pageSchema,
    bodies: { ...bodies, 'application/x-ndjson': text },
    statuses: [200, 202],
    answers: { 'application/json': acceptedSchema, 'application/x-ndjson': text },
    scope: 'write',
  },
  {
    method: 'delete',
    path: '/v1/articles/{id}',
    id: 'deleteArticle',
    summary: 'Deletes an article; with purge=true erases every trace of its text (scope admin)',
    query: deletionSchema,
    pathParams: id,
    statuses: [200, 202],
    answers: { 'application/json': z.union([acceptedSchema, purgedSchema]) },
    scope: 'write',
  },
  {
    method: 'get',
    path: '/v1/articles/{id}/status',
    id: 'articleStatus',
    summary: 'Where an article stands on its way into the index',
    pathParams: id,
    answers: { 'application/json': statusSchema },
    scope: 'write',
  },
  {
    method: 'get',
    path: '/v1/failures',
    id: 'failures',
    summary: 'What could not be indexed, and why',
    query: z.object({
      reason: text.optional(),
      page: z.number().int().optional(),
      'page-size': z.number().int().optional(),
    }),
    answers: {
      'application/json': z.strictObject({ total: z.number().int(), failures: z.array(failureSchema) }),
    },
    scope: 'admin',
  },
  {
    method: 'get',
    path: '/v1/failures/{id}',
    id: 'failure',
    summary: 'Why one article could not be indexed',
    pathParams: id,
    answers: { 'application/json': failureSchema },
    scope: 'admin',
  },
  {
    method: 'post',
    path: '/v1/failures/{id}/replay',
    id: 'replayFailure',
    summary: 'Tries a failed article again',
    pathParams: id,
    statuses: [202],
    answers: { 'application/json': z.strictObject({ id: text, state: z.literal('waiting') }) },
    scope: 'admin',
  },
];
