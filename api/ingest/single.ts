import type { Request } from 'express';
import { contentTypes } from '../../chain/decode/decoders.ts';
import { submitInput } from '../../chain/decode/submit.ts';
import { type Bound, unbound } from '../../domain/bound.ts';
import { InvalidParameters } from '../../domain/errors.ts';
import { deriveId, findIdFault } from '../../domain/ids.ts';
import type { Submission } from '../../domain/submission.ts';
import { contentInput } from '../../platform/articles/content.ts';
import { noteRefusal } from '../../platform/articles/failures.ts';
import { maxInputBytes, maxLineBytes, orderOf, readSubmission } from '../../platform/articles/schema.ts';
import { jsonSchema, type PageParameters, pageSchema, type WaitParameters } from '../params/write.ts';
import { namespaceOf } from './bind.ts';
import { readBody } from './body.ts';
import { InvalidArticle, TooLarge, UnsupportedType } from './errors.ts';
import { readExpectation, readParameters } from './options.ts';
import type { IngestServices } from './services.ts';

/** Our own search documents: only the worker's chain may make them. */
const ofOurIndex = 'application/vnd.dateline.';

/** Further families of media types that are accepted, because the content shows its format. */
const asTheyCame =
  /^(?:text\/[a-z0-9.+-]{1,60}|application\/(?:xhtml\+xml|xml|[a-z0-9.-]{1,60}\+(?:xml|json)))$/;

/** One article as sent, with its sender's options. */
export interface ReadSingle extends WaitParameters {
  readonly submission: Submission;
}

/**
 * The article of a request, in any format.
 *
 * @param id  from the URL; absent if the article's own or a derived one is used
 * @throws {InvalidArticle} {TooLarge} {UnsupportedType} {InvalidParameters}
 */
export const readSingle = async (
  request: Request,
  id: string | undefined,
  services: IngestServices,
  bound: Bound = unbound,
): Promise<ReadSingle> => {
  const fault = id === undefined ? null : findIdFault(id);
  if (fault) throw new InvalidArticle(`id: ${fault}`);
  const [type = '', ...rest] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const contentType = type.trim();
  const address = {
    ...(id === undefined ? { derived: namespaceOf(bound) } : { id }),
    ...withExpectation(request),
  };
  if (contentType === 'application/json') {
    const { wait } = readParameters(jsonSchema, request);
    const read = readSubmission(await readBody(request, maxLineBytes), address);
    if (read.kind === 'invalid') throw new InvalidArticle(read.detail);
    return { submission: read.submission, wait };
  }
  const isKnown = contentTypes.has(contentType) || asTheyCame.test(contentType);
  if (!isKnown || contentType.startsWith(ofOurIndex)) throw new UnsupportedType(contentType.slice(0, 100));
  const { wait, ...page } = readParameters(pageSchema, request);
  const bytes = await readOrNote(request, id, services);
  const charset = rest
    .map((part) => /^\s*charset\s*=\s*"?([\w.:-]{1,40})"?\s*$/.exec(part)?.[1])
    .find(Boolean);
  return { submission: submitPage({ bytes, contentType, charset: charset ?? null }, page, address), wait };
};

interface Address {
  readonly id?: string;
  /** Prefix for generated ids. */
  readonly derived?: string;
  readonly expected?: number;
}

const submitPage = (
  { bytes, contentType, charset }: { bytes: Buffer; contentType: string; charset: string | null },
  { sequence, modified, 'publish-at': publishAt, ...given }: Omit<PageParameters, 'wait'>,
  { derived = '', ...address }: Address,
): Submission => {
  if (sequence !== undefined && modified !== undefined)
    throw new InvalidParameters([
      { parameter: 'modified', detail: 'sequence and modified exclude each other' },
    ]);
  const input = contentInput(bytes, contentType, charset, given);
  const submitted = submitInput(input, {
    ...address,
    order: orderOf(sequence, modified?.toISOString()),
    publishAt: publishAt?.toISOString(),
  });
  if (submitted.kind === 'invalid') throw new InvalidArticle(submitted.detail);
  const { submission } = submitted;
  const isMade = address.id === undefined && submission.id === deriveId(input);
  return isMade ? { ...submission, id: `${derived}${submission.id}` } : submission;
};

const withExpectation = (request: Request): { readonly expected?: number } => {
  const expected = readExpectation(request);
  return expected === undefined ? {} : { expected };
};

/** A page that is too large is listed in failures by its id, unread. */
const readOrNote = async (request: Request, id: string | undefined, services: IngestServices) => {
  try {
    return await readBody(request, maxInputBytes);
  } catch (error) {
    if (error instanceof TooLarge && id !== undefined)
      await noteRefusal(services, id, 'too-large', error.message);
    throw error;
  }
};
