import { type Response, Router } from 'express';
import { NotFound } from '../../domain/errors.ts';
import { findIdFault } from '../../domain/ids.ts';
import type { Accepted } from '../../domain/submission.ts';
import { readStatus } from '../../platform/articles/status.ts';
import type { MountedRouter } from '../app.ts';
import { InvalidArticle, LostUpdate } from '../ingest/errors.ts';
import { readExpectation, readWriteParameters, type WriteParameters } from '../ingest/options.ts';
import { createIngestServices, type IngestServices } from '../ingest/services.ts';
import { readSingle } from '../ingest/single.ts';
import { streamArticles, traceOf } from '../ingest/stream.ts';
import { waitUntilSearchable } from '../ingest/wait.ts';

const ndjson = /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;

/** Routes that write articles. Every one needs a key with the scope `write`. */
export const writeRouter: MountedRouter = (services, gate) => {
  const ingest = createIngestServices(services);
  const router = Router();

  router.put('/v1/articles/:id', async (request, response) => {
    await gate.require(request, 'write');
    const parameters = readWriteParameters(request);
    const submission = await readSingle(request, request.params.id, parameters, ingest);
    const [accepted] = await ingest.acceptor.accept([submission], 'live', traceOf(request));
    await answer(response, accepted, parameters, ingest);
  });

  router.post('/v1/articles', async (request, response) => {
    await gate.require(request, 'write');
    if (ndjson.test(request.headers['content-type'] ?? '')) return streamArticles(request, response, ingest);
    const parameters = readWriteParameters(request);
    const submission = await readSingle(request, undefined, parameters, ingest);
    const [accepted] = await ingest.acceptor.accept([submission], 'live', traceOf(request));
    await answer(response, accepted, parameters, ingest);
  });

  router.delete('/v1/articles/:id', async (request, response) => {
    await gate.require(request, 'write');
    const { id } = request.params;
    if (findIdFault(id)) throw new InvalidArticle(`id: ${findIdFault(id)}`);
    const parameters = readWriteParameters(request);
    const expected = readExpectation(request);
    const deletion = { id, input: null, bytes: 0, ...(expected === undefined ? {} : { expected }) };
    const [accepted] = await ingest.acceptor.accept([deletion], 'live', traceOf(request));
    await answer(response, accepted, parameters, ingest);
  });

  router.get('/v1/articles/:id/status', async (request, response) => {
    await gate.require(request, 'write');
    const status = await readStatus(ingest, request.params.id);
    if (!status) throw new NotFound(`no article ${request.params.id.slice(0, 100)}`);
    response.set('Cache-Control', 'no-store').json(status);
  });

  return router;
};

/** 202 for what is now on its way, 200 for what changed nothing. */
const answer = async (
  response: Response,
  accepted: Accepted | undefined,
  { wait }: WriteParameters,
  ingest: IngestServices,
): Promise<void> => {
  if (!accepted || accepted.outcome === 'missing') throw new NotFound('no such article');
  if (accepted.outcome === 'conflict') throw new LostUpdate(accepted.revision);
  const isWaiting = wait === 'searchable' && accepted.outcome !== 'stale';
  const state = isWaiting ? await waitUntilSearchable(ingest, accepted.id, accepted.revision) : undefined;
  response
    .status(accepted.outcome === 'accepted' && state !== 'searchable' ? 202 : 200)
    .set({ 'Cache-Control': 'no-store', Location: `/v1/articles/${encodeURIComponent(accepted.id)}` })
    .json({ ...accepted, ...(state ? { state } : {}) });
};
