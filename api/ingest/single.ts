import type { Request } from 'express';
import type { GivenFields } from '../../domain/article.ts';
import { deriveId, findIdFault } from '../../domain/ids.ts';
import type { Submission } from '../../domain/submission.ts';
import { contentInput } from '../../platform/articles/content.ts';
import { noteRefusal } from '../../platform/articles/failures.ts';
import { maxInputBytes, maxLineBytes, orderOf, readSubmission } from '../../platform/articles/schema.ts';
import { readBody } from './body.ts';
import { InvalidArticle, TooLarge, UnsupportedType } from './errors.ts';
import { readExpectation, type WriteParameters } from './options.ts';
import type { IngestServices } from './services.ts';

/** Media types of single articles that are kept as they came. Which of them can be read the worker knows. */
const asTheyCame =
  /^(?:text\/[a-z0-9.+-]{1,60}|application\/(?:xhtml\+xml|xml|[a-z0-9.-]{1,60}\+(?:xml|json)))$/;

/**
 * The one article of a request, whatever its form.
 *
 * @param id  of the address; absent where the article's own or a derived one counts
 * @throws {InvalidArticle} {TooLarge} {UnsupportedType} {InvalidParameters}
 */
export const readSingle = async (
  request: Request,
  id: string | undefined,
  parameters: WriteParameters,
  services: IngestServices,
): Promise<Submission> => {
  const fault = id === undefined ? null : findIdFault(id);
  if (fault) throw new InvalidArticle(`id: ${fault}`);
  const [type = '', ...rest] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const contentType = type.trim();
  const expected = readExpectation(request);
  if (contentType === 'application/json') {
    const read = readSubmission(await readBody(request, maxLineBytes), {
      ...(id === undefined ? {} : { id }),
      ...(expected === undefined ? {} : { expected }),
    });
    if (read.kind === 'invalid') throw new InvalidArticle(read.detail);
    return read.submission;
  }
  if (!asTheyCame.test(contentType)) throw new UnsupportedType(contentType.slice(0, 100));
  const bytes = await readOrNote(request, id, services);
  const charset = rest
    .map((part) => /^\s*charset\s*=\s*"?([\w.:-]{1,40})"?\s*$/.exec(part)?.[1])
    .find(Boolean);
  const input = contentInput(bytes, contentType, charset ?? null, givenBy(parameters));
  const order = orderOf(parameters.sequence, parameters.modified);
  const publishAt = parameters['publish-at'];
  return {
    id: id ?? deriveId(input),
    input,
    bytes: bytes.length,
    ...(order ? { order } : {}),
    ...(publishAt ? { publishAt: new Date(publishAt).toISOString() } : {}),
    ...(expected === undefined ? {} : { expected }),
  };
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

const givenBy = ({ url, language, publisher, date, title, agency }: WriteParameters): GivenFields =>
  Object.fromEntries(
    Object.entries({ url, language, publisher, date, title, agency }).filter(
      ([, value]) => value !== undefined,
    ),
  );
