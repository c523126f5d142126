import type { Request, Response } from 'express';
import { z } from 'zod';
import { createFormerQueue } from '../../platform/former.ts';
import type { Caller } from '../access/caller.ts';
import { fixedCosts } from '../access/cost.ts';
import { sightOf } from '../access/sight.ts';
import { instant, single, wholeNumber } from '../params/kinds.ts';
import { uiLang } from '../params/search.ts';
import { withAbsolutePage, withAbsoluteUrl } from '../render/absolute.ts';
import { type Article, articleSchema } from '../search/article.ts';
import type { ApiServices } from '../services.ts';
import { copiesSchema, listCopies } from '../versions/copies.ts';
import {
  findArticleAsOf,
  findStanding,
  listVersions,
  type VersionQuestion,
  versionsSchema,
} from '../versions/versions.ts';
import { defineRoute } from './define-route.ts';
import { oncePerService } from './once.ts';
import { originOf, readerOf, sendJson } from './read.ts';

const articleParams = z.object({
  'as-of': single(instant, 'The article as readers saw it at this instant').optional(),
  'ui-lang': uiLang,
});

const revision = (description: string) => single(wholeNumber(1, 999_999_999), description).optional();

export const versionsParams = z.object({
  from: revision('The earlier revision to compare; default the one before `to`'),
  to: revision('The later revision to compare; default the newest with a text'),
  'ui-lang': uiLang,
});

const formerQueueOf = oncePerService(({ redis, config }) => createFormerQueue(redis, config.prefix));

const articleRoute = defineRoute({
  method: 'get',
  path: '/v1/articles/{id}',
  id: 'article',
  summary: 'One article, now or as it was at an instant',
  query: articleParams,
  cost: () => fixedCosts.article,
  answers: { 'application/json': articleSchema },
  answer: (services) => {
    const queue = formerQueueOf(services);
    return async (asked) => {
      const { request, response, query } = asked;
      const asOf = query['as-of'];
      const question = await questionOf(asked, asked.parameter('id'));
      if (asOf === undefined)
        sendJson(
          request,
          response,
          absolute(await findStanding(question.id, question.reader, services), services),
        );
      else {
        const article = await findArticleAsOf(question, asOf, services, queue);
        sendSeen(request, response, question, absolute(article, services));
      }
    };
  },
});

const versionsRoute = defineRoute({
  method: 'get',
  path: '/v1/articles/{id}/versions',
  id: 'versions',
  summary: 'Every revision, and the differences between two of them',
  query: versionsParams,
  cost: () => fixedCosts.versions,
  answers: { 'application/json': versionsSchema },
  answer: (services) => {
    const queue = formerQueueOf(services);
    return async (asked) => {
      const question = await questionOf(asked, asked.parameter('id'));
      const { versions, ...rest } = await listVersions(question, asked.query, services, queue);
      sendSeen(asked.request, asked.response, question, {
        ...rest,
        versions: versions.map(withAbsoluteUrl(originOf(services))),
      });
    };
  },
});

const copiesRoute = defineRoute({
  method: 'get',
  path: '/v1/articles/{id}/copies',
  id: 'copies',
  summary: 'The copies of a text, the first one first, and their differences',
  query: z.object({ 'ui-lang': uiLang }),
  cost: () => fixedCosts.copies,
  answers: { 'application/json': copiesSchema },
  answer:
    (services) =>
    async ({ request, response, query, parameter }) => {
      const reader = readerOf(request, '/v1/articles', query['ui-lang']);
      const { copies, ...rest } = await listCopies(parameter('id'), reader, services);
      const origin = originOf(services);
      sendJson(request, response, {
        ...rest,
        copies: copies.map(({ article, ...differences }) => ({
          article: withAbsolutePage(article, origin),
          ...differences,
        })),
      });
    },
});

/** `GET /v1/articles/{id}` and its versions; writes are in `write-articles.ts`. */
export const articleRoutes = [articleRoute, versionsRoute, copiesRoute];

interface AboutOneArticle {
  readonly request: Request;
  readonly query: { readonly 'ui-lang'?: string | undefined };
  readonly caller: () => Promise<Caller>;
}

interface OwnQuestion extends VersionQuestion {
  /** Whether the answer may contain data that only this key may see. */
  readonly isOwn: boolean;
}

const questionOf = async ({ request, query, caller }: AboutOneArticle, id: string): Promise<OwnQuestion> => {
  const asking = await caller();
  const { scopes } = asking;
  return {
    id,
    reader: readerOf(request, '/v1/articles', query['ui-lang']),
    sightOf: ({ owner }) => sightOf(asking, { id, owner }),
    isOwn: scopes.includes('write') || scopes.includes('admin'),
  };
};

const absolute = (article: Article, services: ApiServices): Article =>
  withAbsolutePage(article, originOf(services));

/** No cache may store what a writer sees under embargo. */
const sendSeen = (request: Request, response: Response, { isOwn }: OwnQuestion, body: unknown): void => {
  if (isOwn) response.set('Cache-Control', 'private, no-store').json(body);
  else sendJson(request, response, body);
};
