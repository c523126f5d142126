import { z } from 'zod';
import {
  alertChangeSchema,
  alertListSchema,
  alertSchema,
  matchListSchema,
  newAlertSchema,
  previewBodySchema,
  previewSchema,
} from './alerts/schema.ts';
import type { Operation } from './openapi.ts';
import { alertFeedParams, alertMatchesParams } from './routes/alert-results.ts';
import { alertListParams } from './routes/alerts.ts';

const pathParams = z.object({ id: z.string() });
const text = z.string();

/** Saved searches. */
export const alertOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/alerts',
    id: 'createAlert',
    summary: 'Saves a search: what it finds from now on goes to a feed, and to a webhook where one is given',
    bodies: { 'application/json': newAlertSchema },
    statuses: [201],
    answers: { 'application/json': alertSchema },
    scope: 'read',
  },
  {
    method: 'get',
    path: '/v1/alerts',
    id: 'alerts',
    summary: 'Saved searches of this key',
    query: alertListParams,
    answers: { 'application/json': alertListSchema },
    scope: 'read',
  },
  {
    method: 'post',
    path: '/v1/alerts/preview',
    id: 'previewSearch',
    summary: 'What a search would have found in the last week, before it is saved',
    bodies: { 'application/json': previewBodySchema },
    answers: { 'application/json': previewSchema },
    scope: 'read',
  },
  {
    method: 'get',
    path: '/v1/alerts/{id}',
    id: 'alert',
    summary: 'One saved search',
    pathParams,
    answers: { 'application/json': alertSchema },
    scope: 'read',
  },
  {
    method: 'patch',
    path: '/v1/alerts/{id}',
    id: 'changeAlert',
    summary: 'Renames a saved search, lets it rest, gives it a new secret or new feed addresses',
    pathParams,
    bodies: { 'application/json': alertChangeSchema },
    answers: { 'application/json': alertSchema },
    scope: 'read',
  },
  {
    method: 'delete',
    path: '/v1/alerts/{id}',
    id: 'deleteAlert',
    summary: 'Deletes a saved search and what it found',
    pathParams,
    statuses: [204],
    answers: {},
    scope: 'read',
  },
  {
    method: 'get',
    path: '/v1/alerts/{id}/preview',
    id: 'previewAlert',
    summary: 'What it would have found in the last week',
    pathParams,
    answers: { 'application/json': previewSchema },
    scope: 'read',
  },
  {
    method: 'get',
    path: '/v1/alerts/{id}/matches',
    id: 'alertMatches',
    summary: 'What it found, why, and what became of each delivery',
    query: alertMatchesParams,
    pathParams,
    answers: { 'application/json': matchListSchema },
    scope: 'read',
  },
  {
    method: 'post',
    path: '/v1/alerts/{id}/redeliver',
    id: 'redeliverAlert',
    summary: 'Sends again what was given up, and at once what waits',
    pathParams,
    statuses: [202],
    answers: { 'application/json': z.strictObject({ id: text, waiting: z.number().int() }) },
    scope: 'read',
  },
  {
    method: 'get',
    path: '/v1/alerts/{id}/feed',
    id: 'alertFeed',
    summary: 'What it found, as a feed; the token in its address stands for a key',
    query: alertFeedParams,
    pathParams,
    answers: {
      'application/rss+xml': text,
      'application/atom+xml': text,
      'application/feed+json': z.record(z.string(), z.unknown()),
    },
  },
];
