import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { readFailure, replayFailure } from '../../platform/articles/failures.ts';
import { listFailures } from '../../platform/articles/find-failures.ts';
import { ingestServicesOf } from '../ingest/services.ts';
import { name, single, singleOr, wholeNumber } from '../params/kinds.ts';
import { defineRoute } from './define-route.ts';
import { noParameters } from './route.ts';

const failuresParams = z.object({
  reason: single(name(200), 'As shown in the list: too-large …').optional(),
  step: single(name(200), 'Where it failed: accept, prepare, index or job').optional(),
  trace: single(name(200), 'Id of one request or import').optional(),
  page: singleOr(wholeNumber(1, 100), 1, 'From 1'),
  'page-size': singleOr(wholeNumber(1, 100), 50, 'Failures a page'),
});

const failureSchema = z
  .looseObject({ id: z.string(), revision: z.number().int(), reason: z.string(), at: z.string() })
  .meta({ id: 'Failure' });

const listRoute = defineRoute({
  method: 'get',
  path: '/v1/failures',
  id: 'failures',
  summary: 'Articles that could not be indexed, and the reasons',
  query: failuresParams,
  answers: {
    'application/json': z.strictObject({ total: z.number().int(), failures: z.array(failureSchema) }),
  },
  scope: 'admin',
  answer: (services) => {
    const ingest = ingestServicesOf(services);
    return async ({ response, query: { page, 'page-size': size, ...filter } }) =>
      response.json(await listFailures(ingest, { ...filter, size, from: (page - 1) * size }));
  },
});

const readRoute = defineRoute({
  method: 'get',
  path: '/v1/failures/{id}',
  id: 'failure',
  summary: 'Why one article could not be indexed',
  query: noParameters,
  answers: { 'application/json': failureSchema },
  scope: 'admin',
  answer: (services) => {
    const ingest = ingestServicesOf(services);
    return async ({ response, parameter }) => {
      const failure = await readFailure(ingest, parameter('id'));
      if (!failure) throw new NotFound('this article has not failed');
      response.json(failure);
    };
  },
});

const replayRoute = defineRoute({
  method: 'post',
  path: '/v1/failures/{id}/replay',
  id: 'replayFailure',
  summary: 'Retries a failed article',
  query: noParameters,
  statuses: [202],
  answers: { 'application/json': z.strictObject({ id: z.string(), state: z.literal('waiting') }) },
  scope: 'admin',
  answer: (services) => {
    const ingest = ingestServicesOf(services);
    return async ({ request, response, parameter, caller }) => {
      const id = parameter('id');
      if (!(await readFailure(ingest, id))) throw new NotFound('this article has not failed');
      if (!(await replayFailure(ingest, id))) throw new NotFound('its input was never stored: send it again');
      const { key } = await caller();
      await ingest.audit({ key, action: 'replay-failure', subject: id, address: request.ip });
      response.status(202).json({ id, state: 'waiting' });
    };
  },
});

/** Articles that could not be indexed, the reasons, and how to retry them. */
export const failuresRoutes = [listRoute, readRoute, replayRoute];
