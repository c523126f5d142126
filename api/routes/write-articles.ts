import type { Request, Response } from 'express';
import { z } from 'zod';
import { contentTypes } from '../../chain/decode/decoders.ts';
import { NotFound } from '../../domain/errors.ts';
import { findIdFault } from '../../domain/ids.ts';
import type { Accepted, Submission } from '../../domain/submission.ts';
import { purgeArticle } from '../../platform/articles/purge.ts';
import { articleSchema as articleInput } from '../../platform/articles/schema.ts';
import { readStatus } from '../../platform/articles/status.ts';
import type { Caller } from '../access/caller.ts';
import { bindSubmission, isOwn, requireOwn } from '../ingest/bind.ts';
import { InvalidArticle, LostUpdate, OutOfBound, StaysPurged } from '../ingest/errors.ts';
import { readExpectation, readParameters } from '../ingest/options.ts';
import { type IngestServices, ingestServicesOf } from '../ingest/services.ts';
import { readSingle } from '../ingest/single.ts';
import { streamArticles, traceOf } from '../ingest/stream.ts';
import { waitUntilSearchable } from '../ingest/wait.ts';
import { deletionSchema, jsonSchema, pageSchema, type WaitParameters } from '../params/write.ts';
import { defineRoute } from './define-route.ts';
import { anyText, noParameters } from './route.ts';
import { acceptedSchema, purgedSchema, statusSchema } from './write-schemas.ts';

const ndjson = /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;

const text = z.string();
/** Every input format, and XML, whose format only its content shows. */
const bodies = {
  ...Object.fromEntries([...contentTypes, 'application/xml'].map((type) => [type, text])),
  'application/json': articleInput,
};

/** Bytes and control characters are checked with the article: OpenAPI can only come near to it. */
const articleId = anyText.meta({
  description: 'At most 512 bytes in UTF-8',
  override: { maxLength: 512, pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]+$' },
});

const putRoute = defineRoute({
  method: 'put',
  path: '/v1/articles/{id}',
  id: 'putArticle',
  summary: 'Writes an article; `If-Match: <revision>` refuses a lost update',
  query: pageSchema,
  pathParameters: { id: articleId },
  bodies,
  statuses: [200, 202],
  answers: { 'application/json': acceptedSchema },
  scope: 'write',
  answer: (services) => {
    const ingest = ingestServicesOf(services);
    return async ({ request, response, parameter, caller }) => {
      const asking = await caller();
      await requireOwn(parameter('id'), asking, ingest);
      const { submission, wait } = await readSingle(request, parameter('id'), ingest);
      const accepted = await take(submission, request, asking, ingest);
      await sendOutcome(response, accepted, { wait }, ingest);
    };
  },
});

const postRoute = defineRoute({
  method: 'post',
  path: '/v1/articles',
  id: 'postArticles',
  summary: 'Writes one article, or any number as NDJSON, with one answer per line',
  query: pageSchema,
  bodies: { ...bodies, 'application/x-ndjson': text },
  statuses: [200, 202],
  answers: { 'application/json': acceptedSchema, 'application/x-ndjson': text },
  scope: 'write',
  answer: (services) => {
    const ingest = ingestServicesOf(services);
    return async ({ request, response, caller }) => {
      const asking = await caller();
      if (ndjson.test(request.headers['content-type'] ?? '')) {
        const { wait } = readParameters(jsonSchema, request);
        return streamArticles(request, response, ingest, { ...asking, wait });
      }
      const { submission, wait } = await readSingle(request, undefined, ingest, asking.bound);
      const accepted = await take(submission, request, asking, ingest);
      await sendOutcome(response, accepted, { wait }, ingest);
    };
  },
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: '/v1/articles/{id}',
  id: 'deleteArticle',
  summary: 'Deletes an article; with purge=true erases every trace of its text (scope admin)',
  query: deletionSchema,
  pathParameters: { id: articleId },
  statuses: [200, 202],
  answers: { 'application/json': z.union([acceptedSchema, purgedSchema]) },
  scope: 'write',
  answer: (services, gate) => {
    const ingest = ingestServicesOf(services);
    return async ({ request, response, query, parameter }) => {
      const { purge, ...parameters } = query;
      const asking = await gate.require(request, purge ? 'admin' : 'write');
      const { key } = asking;
      const id = parameter('id');
      const fault = findIdFault(id);
      if (fault) throw new InvalidArticle(`id: ${fault}`);
      const expected = readExpectation(request);
      // From its acceptance on, writes are rejected, so that none restores the article while it is erased.
      const deletion = { id, input: null, bytes: 0, purge, ...(expected === undefined ? {} : { expected }) };
      const accepted = await take(deletion, request, asking, ingest);
      if (!purge) return sendOutcome(response, accepted, parameters, ingest);
      refuse(accepted);
      await ingest.audit({ key, action: 'purge', subject: id, address: request.ip });
      const now = ingest.clock();
      // Recorded before anything is erased, so that a restore in between knows about it.
      await ingest.purgeLog.note({ purged: id, revision: accepted.revision }, now);
      response.json(await purgeArticle(ingest, id, now));
    };
  },
});

const statusRoute = defineRoute({
  method: 'get',
  path: '/v1/articles/{id}/status',
  id: 'articleStatus',
  summary: 'The processing state of an article',
  query: noParameters,
  answers: { 'application/json': statusSchema },
  scope: 'write',
  answer: (services) => {
    const ingest = ingestServicesOf(services);
    return async ({ response, parameter, caller }) => {
      const id = parameter('id');
      // An article of somebody else is as unknown to a bound key as one that is not there.
      const status = (await isOwn(id, await caller(), ingest)) ? await readStatus(ingest, id) : null;
      if (!status) throw new NotFound(`no article ${id.slice(0, 100)}`);
      response.json(status);
    };
  },
});

/** Routes that write articles. Every one needs a key with the scope `write`. */
export const writeRoutes = [putRoute, postRoute, deleteRoute, statusRoute];

const take = async (
  submission: Submission,
  request: Request,
  caller: Caller,
  { acceptor, agencies, audit }: IngestServices,
): Promise<Accepted | undefined> => {
  const { key, bound } = caller;
  const mine = bindSubmission(submission, caller, agencies);
  const [accepted] = await acceptor.accept([mine], 'live', traceOf(request));
  // Nor may the answer tell whether somebody else's article is there.
  const isForeign =
    accepted?.outcome === 'forbidden' || (accepted?.outcome === 'missing' && bound.agencies.length > 0);
  if (isForeign) throw new OutOfBound(bound, `id ${submission.id.slice(0, 100)}`);
  if (accepted?.outcome === 'accepted') {
    const { id, revision } = accepted;
    const { withdrawn } = submission;
    const detail = { revision, ...(withdrawn === undefined ? {} : { withdrawn }) };
    await audit({ key, action: actionOf(submission), subject: id, address: request.ip, detail });
  }
  if (accepted?.outcome === 'missing' && submission.withdrawn !== undefined)
    throw new InvalidArticle(`${submission.withdrawn}: there is no stored version of this story to delete`);
  return accepted;
};

const actionOf = ({ input, withdrawn }: Submission): string => {
  if (withdrawn !== undefined) return 'withdraw';
  return input === null ? 'delete' : 'write';
};

function refuse(accepted: Accepted | undefined): asserts accepted is Accepted {
  if (!accepted || accepted.outcome === 'missing') throw new NotFound('no such article');
  if (accepted.outcome === 'purged') throw new StaysPurged(accepted.id);
  if (accepted.outcome === 'conflict') throw new LostUpdate(accepted.revision);
}

/** 202 if the article is now in the queue, 200 if nothing changed. */
const sendOutcome = async (
  response: Response,
  accepted: Accepted | undefined,
  { wait }: WaitParameters,
  ingest: IngestServices,
): Promise<void> => {
  refuse(accepted);
  const isWaiting = wait === 'searchable' && accepted.outcome !== 'stale';
  const state = isWaiting ? await waitUntilSearchable(ingest, accepted.id, accepted.revision) : undefined;
  response
    .status(accepted.outcome === 'accepted' && state !== 'searchable' ? 202 : 200)
    .location(`/v1/articles/${encodeURIComponent(accepted.id)}`)
    .json({ ...accepted, ...(state ? { state } : {}) });
};
