import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { InvalidQuery } from '../../domain/errors.ts';
import type { Logger } from '../../platform/log.ts';
import { queryOf, sendCacheable } from '../routes/read.ts';
import { pagePolicy, type WebAssets } from './assets.ts';
import { type Markup, print } from './markup.ts';
import { contextOf, type PageContext } from './page.ts';
import { drawProblem } from './pages/problem-page.ts';

/** Fetches the data of a page and renders it. */
export type Draw = (context: PageContext, id: string) => Promise<Markup> | Markup;

export interface Page {
  readonly building: Promise<WebAssets>;
  readonly limits: readonly RequestHandler[];
  /** Null if it has answered already. */
  readonly draw: (context: PageContext, id: string) => Promise<Markup | null> | Markup | null;
  readonly origin: string;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Counts the results of a query that is offered instead of an invalid one. */
  readonly count: (query: URLSearchParams) => Promise<number | null>;
  /** Sends the page; by default so that caches may keep it. */
  readonly send?: typeof sendCacheable;
  /** Whether readers can follow a search by e-mail. */
  readonly mails: boolean;
}

/** @throws the handler's error */
const passThrough = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    const passing = handler(request, response, (error: unknown) => (error ? reject(error) : resolve()));
    Promise.resolve(passing).catch(reject);
  });

/** Sends a page in the reader's language with a strict Content-Security-Policy; errors become pages too. */
export const answerPage = async (
  request: Request,
  response: Response,
  next: NextFunction,
  { building, limits, draw, origin, clock, log, count, mails, send = sendCacheable }: Page,
): Promise<void> => {
  const assets = await building;
  const query = queryOf(request);
  const context = contextOf(
    { given: query.get('ui-lang') ?? undefined, accepted: request.get('accept-language') },
    { assets, origin, path: request.path, query, now: clock(), mails },
  );
  response.set({
    'Content-Security-Policy': pagePolicy(assets),
    // With no-referrer, browsers hide the origin of our own forms, too.
    'Referrer-Policy': 'same-origin',
    'Content-Language': context.language,
  });
  response.vary('Accept-Language');
  try {
    for (const limit of limits) await passThrough(limit, request, response);
    const { id } = request.params;
    const markup = await draw(context, typeof id === 'string' ? id : '');
    if (markup) send(request, response, 'html', await print(markup));
  } catch (error) {
    const problem = drawProblem(error, context, await countProposal(error, query, count));
    if (!problem) return next(error);
    if (problem.status >= 500) log.error({ err: error, path: request.path }, 'a page cannot be made');
    if (problem.retryAfter) response.set('Retry-After', String(problem.retryAfter));
    response.set('Cache-Control', 'no-store');
    response
      .status(problem.status)
      .type('html')
      .send(await print(problem.page));
  }
};

const countProposal = async (
  error: unknown,
  query: URLSearchParams,
  count: Page['count'],
): Promise<number | null> => {
  if (!(error instanceof InvalidQuery) || !error.proposal) return null;
  const proposed = new URLSearchParams(query);
  proposed.set('q', error.proposal);
  return count(proposed).catch(() => null);
};
