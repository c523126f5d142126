import { Router } from 'express';
import { z } from 'zod';
import { InvalidParameters, NotFound } from '../../domain/errors.ts';
import { listFailures, readFailure, replayFailure } from '../../platform/articles/failures.ts';
import type { MountedRouter } from '../app.ts';
import { createIngestServices } from '../ingest/services.ts';

const parameters = z.strictObject({
  reason: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(100).default(1),
  'page-size': z.coerce.number().int().min(1).max(100).default(50),
});

/** What could not be indexed, why, and the way back. Needs the scope `admin`. */
export const failuresRouter: MountedRouter = (services, gate) => {
  const ingest = createIngestServices(services);
  const router = Router();

  router.get('/v1/failures', async (request, response) => {
    await gate.require(request, 'admin');
    const { searchParams } = new URL(request.originalUrl, 'http://localhost');
    const read = parameters.safeParse(Object.fromEntries(searchParams));
    if (!read.success) {
      throw new InvalidParameters(
        read.error.issues.map((issue) => ({ parameter: issue.path.join('.'), detail: issue.message })),
      );
    }
    const { reason, page, 'page-size': size } = read.data;
    const list = await listFailures(ingest, { reason, size, from: (page - 1) * size });
    response.set('Cache-Control', 'no-store').json(list);
  });

  router.get('/v1/failures/:id', async (request, response) => {
    await gate.require(request, 'admin');
    const failure = await readFailure(ingest, request.params.id);
    if (!failure) throw new NotFound('this article has not failed');
    response.set('Cache-Control', 'no-store').json(failure);
  });

  router.post('/v1/failures/:id/replay', async (request, response) => {
    await gate.require(request, 'admin');
    const { id } = request.params;
    if (!(await readFailure(ingest, id))) throw new NotFound('this article has not failed');
    if (!(await replayFailure(ingest, id))) throw new NotFound('its input was never kept: send it again');
    response.status(202).json({ id, state: 'waiting' });
  });

  return router;
};
