import { type Request, type Response, Router } from 'express';
import { NotFound } from '../../domain/errors.ts';
import { findIdFault } from '../../domain/ids.ts';
import type { Accepted, Submission } from '../../domain/submission.ts';
import { type Purged, purgeArticle } from '../../platform/articles/purge.ts';
import { readStatus } from '../../platform/articles/status.ts';
import { mostVersions } from '../../platform/articles/versions.ts';
import type { MountedRouter } from '../app.ts';
import { InvalidArticle, LostUpdate } from '../ingest/errors.ts';
import { readExpectation, readParameters } from '../ingest/options.ts';
import { createIngestServices, type IngestServices } from '../ingest/services.ts';
import { readSingle } from '../ingest/single.ts';
import { streamArticles, traceOf } from '../ingest/stream.ts';
import { waitUntilSearchable } from '../ingest/wait.ts';
import { deletionSchema, ndjsonSchema, type WaitParameters } from '../params/write.ts';

const ndjson = /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;

/** Routes that write articles. Every one needs a key with the scope `write`. */
export const writeRouter: MountedRouter = (services, gate) => {
  const ingest = createIngestServices(services);
  const router = Router();

  router.put('/v1/articles/:id', async (request, response) => {
    const { key } = await gate.require(request, 'write');
    const { submission, wait } = await readSingle(request, request.params.id, ingest);
    await answer(response, await take(submission, request, key, ingest), wait, ingest);
  });

  router.post('/v1/articles', async (request, response) => {
    const { key } = await gate.require(request, 'write');
    if (ndjson.test(request.headers['content-type'] ?? '')) {
      readParameters(ndjsonSchema, request);
      return streamArticles(request, response, ingest, key);
    }
    const { submission, wait } = await readSingle(request, undefined, ingest);
    await answer(response, await take(submission, request, key, ingest), wait, ingest);
  });

  router.delete('/v1/articles/:id', async (request, response) => {
    const { wait, purge } = readParameters(deletionSchema, request);
    const { key } = await gate.require(request, purge ? 'admin' : 'write');
    const { id } = request.params;
    const fault = findIdFault(id);
    if (fault) throw new InvalidArticle(`id: ${fault}`);
    const expected = readExpectation(request);
    const deletion = { id, input: null, bytes: 0, ...(expected === undefined ? {} : { expected }) };
    const accepted = await take(deletion, request, key, ingest);
    if (!purge) return answer(response, accepted, wait, ingest);
    refuse(accepted);
    await ingest.audit({ key, action: 'purge', subject: id, address: request.ip });
    response.set('Cache-Control', 'no-store').json(await purgeWhole(id, ingest));
  });

  router.get('/v1/articles/:id/status', async (request, response) => {
    await gate.require(request, 'write');
    const status = await readStatus(ingest, request.params.id);
    if (!status) throw new NotFound(`no article ${request.params.id.slice(0, 100)}`);
    response.set('Cache-Control', 'no-store').json(status);
  });

  return router;
};

const take = async (
  submission: Submission,
  request: Request,
  key: string | null,
  { acceptor, audit }: IngestServices,
): Promise<Accepted | undefined> => {
  const [accepted] = await acceptor.accept([submission], 'live', traceOf(request));
  if (accepted?.outcome === 'accepted') {
    const { id, revision } = accepted;
    const action = submission.input === null ? 'delete' : 'write';
    await audit({ key, action, subject: id, address: request.ip, detail: { revision } });
  }
  return accepted;
};

/** What workers made of former revisions goes with the rest. */
const purgeWhole = async (id: string, ingest: IngestServices): Promise<Purged> => {
  const purged = await purgeArticle(ingest, id, ingest.clock());
  const revisions = Array.from(
    { length: Math.min(purged.revision, mostVersions) },
    (_, n) => purged.revision - n,
  );
  await ingest.forgetFormer(id, revisions);
  return purged;
};

function refuse(accepted: Accepted | undefined): asserts accepted is Accepted {
  if (!accepted || accepted.outcome === 'missing') throw new NotFound('no such article');
  if (accepted.outcome === 'conflict') throw new LostUpdate(accepted.revision);
}

/** 202 for what is now on its way, 200 for what changed nothing. */
const answer = async (
  response: Response,
  accepted: Accepted | undefined,
  wait: WaitParameters['wait'],
  ingest: IngestServices,
): Promise<void> => {
  refuse(accepted);
  const isWaiting = wait === 'searchable' && accepted.outcome !== 'stale';
  const state = isWaiting ? await waitUntilSearchable(ingest, accepted.id, accepted.revision) : undefined;
  response
    .status(accepted.outcome === 'accepted' && state !== 'searchable' ? 202 : 200)
    .set({ 'Cache-Control': 'no-store', Location: `/v1/articles/${encodeURIComponent(accepted.id)}` })
    .json({ ...accepted, ...(state ? { state } : {}) });
};
