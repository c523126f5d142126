import type { ErrorRequestHandler, Response } from 'express';
import { z } from 'zod';
import {
  AccessDenied,
  CrossSite,
  InvalidParameters,
  InvalidQuery,
  MethodNotAllowed,
  NotFound,
  SearchUnavailable,
  StoreUnavailable,
  TooMany,
} from '../domain/errors.ts';
import type { Logger } from '../platform/log.ts';

/** RFC 9457. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    parameter: z.string().optional().meta({ description: 'The invalid parameter, if there is one' }),
    position: z.number().int().optional().meta({ description: 'Position in the parameter, in UTF-16 units' }),
    found: z.string().optional(),
    expected: z.string().optional(),
    proposal: z.string().nullable().optional().meta({ description: 'A valid query' }),
    problems: z.array(z.strictObject({ parameter: z.string(), detail: z.string() })).optional(),
    scope: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

interface Refusal {
  readonly problem: Problem;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The only place that turns errors into answers. */
export const answerProblems =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const { problem, headers = {} } = refusalOf(error);
    if (problem.status >= 500) log.error({ err: error, path: request.path }, problem.title);
    if (response.headersSent) {
      next(error);
      return;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    sendProblem(response, problem);
  };

const sendProblem = (response: Response, problem: Problem): void => {
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
};

const describe = (status: number, type: string, title: string, rest: Partial<Problem> = {}): Problem => ({
  type: `urn:dateline:problem:${type}`,
  title,
  status,
  ...rest,
});

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof InvalidQuery)
    return {
      problem: describe(400, 'invalid-query', 'The query cannot be understood', {
        detail: error.message,
        parameter: 'q',
        position: error.position,
        found: error.found,
        expected: error.expected,
        proposal: error.proposal,
      }),
    };
  if (error instanceof InvalidParameters) {
    const [first] = error.problems;
    return {
      problem: describe(400, 'invalid-parameters', 'Invalid parameter', {
        detail: error.message,
        ...(first ? { parameter: first.parameter } : {}),
        problems: [...error.problems],
      }),
    };
  }
  if (error instanceof NotFound)
    return {
      problem: error.gone
        ? describe(410, 'gone', 'No longer available', { detail: error.message })
        : describe(404, 'not-found', 'Not found', { detail: error.message }),
    };
  if (error instanceof MethodNotAllowed)
    return {
      problem: describe(405, 'method-not-allowed', 'Method not allowed', {
        detail: error.message,
      }),
      headers: { Allow: error.allowed.join(', ') },
    };
  if (error instanceof AccessDenied) return deniedRefusal(error);
  if (error instanceof CrossSite)
    return { problem: describe(403, 'cross-site', 'Sent from another site', { detail: error.message }) };
  if (error instanceof TooMany)
    return {
      problem: describe(429, 'too-many', 'Too many at once', { detail: error.message }),
      headers: { 'Retry-After': String(error.retryAfter) },
    };
  if (error instanceof SearchUnavailable)
    return {
      problem: describe(503, 'search-unavailable', 'Search is temporarily unavailable', {
        detail: error.message,
      }),
      headers: { 'Retry-After': String(error.retryAfter) },
    };
  if (error instanceof StoreUnavailable)
    return {
      problem: describe(503, 'store-unavailable', 'The store is temporarily unavailable', {
        detail: error.message,
      }),
      headers: { 'Retry-After': String(error.retryAfter) },
    };
  return { problem: requestFault(error) };
};

/** The status of the answer to an error, for pages, which say it in their own words. */
export const statusOf = (error: unknown): number => refusalOf(error).problem.status;

const deniedRefusal = (error: AccessDenied): Refusal => ({
  problem: error.known
    ? describe(403, 'forbidden', 'The key does not allow this', { detail: error.message, scope: error.scope })
    : describe(401, 'no-key', 'A valid key is required', { detail: error.message, scope: error.scope }),
  ...(error.known ? {} : { headers: { 'WWW-Authenticate': 'Bearer, Basic realm="Dateline"' } }),
});

/** Express and its parsers report invalid requests with a status below 500. */
const fault = z.object({ status: z.number().int().min(400).max(499), message: z.string() });

const requestFault = (error: unknown): Problem => {
  const read = fault.safeParse(error);
  if (!read.success) return describe(500, 'fault', 'Something went wrong here');
  const { status, message } = read.data;
  const [type, title] = faults[status] ?? ['bad-request', 'The request cannot be read'];
  return describe(status, type, title, { detail: message.slice(0, 200) });
};

const faults: Readonly<Record<number, readonly [type: string, title: string]>> = {
  403: ['out-of-bound', 'The key is bound to other articles'],
  409: ['purged', 'The article was purged and is rejected'],
  412: ['lost-update', 'The article was changed in the meantime'],
  413: ['too-large', 'The request is too large'],
  415: ['unsupported-type', 'Content type not supported'],
  422: ['invalid-article', 'The article cannot be accepted'],
};
