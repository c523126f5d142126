import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { createFormerQueue } from '../../platform/former.ts';
import type { Gate } from '../access/caller.ts';
import { instant, single, wholeNumber } from '../params/kinds.ts';
import { uiLang } from '../params/search.ts';
import { findArticle } from '../search/article.ts';
import type { ApiServices } from '../services.ts';
import { findArticleAsOf, listVersions, type VersionQuestion } from '../versions/versions.ts';
import { parametersOf, readerOf, sendJson } from './read.ts';

export const articleParams = z.object({
  'as-of': single(
    instant,
    { type: 'string', format: 'date-time' },
    'The article as readers saw it at this instant',
  ).optional(),
  'ui-lang': uiLang,
});

const revision = (description: string) =>
  single(wholeNumber(1, 999_999_999), { type: 'integer', minimum: 1 }, description).optional();

export const versionsParams = z.object({
  from: revision('The earlier revision to compare; default the one before `to`'),
  to: revision('The later revision to compare; default the newest with a text'),
  'ui-lang': uiLang,
});

/** `GET /v1/articles/{id}`, now or as of an instant, and its versions; what writes stands in `ingest/`. */
export const articleRouter = (services: ApiServices, gate: Gate): Router => {
  const queue = createFormerQueue(services.redis, services.config.prefix);
  const questionOf = async (
    request: Request<{ id: string }>,
    uiLanguage: string | undefined,
  ): Promise<VersionQuestion> => {
    const { scopes } = await gate.callerOf(request);
    return {
      id: request.params.id,
      reader: readerOf(request, '/v1/articles', uiLanguage),
      embargoed: scopes.includes('write') || scopes.includes('admin'),
    };
  };
  return Router()
    .get('/v1/articles/:id', async (request, response) => {
      const params = parametersOf(request, articleParams);
      const asOf = params['as-of'];
      const question = await questionOf(request, params['ui-lang']);
      if (asOf === undefined)
        sendJson(request, response, await findArticle(question.id, question.reader, services));
      else sendSeen(request, response, question, await findArticleAsOf(question, asOf, services, queue));
    })
    .get('/v1/articles/:id/versions', async (request, response) => {
      const params = parametersOf(request, versionsParams);
      const question = await questionOf(request, params['ui-lang']);
      sendSeen(request, response, question, await listVersions(question, params, services, queue));
    });
};

/** What a writer sees before its time no cache may keep. */
const sendSeen = (
  request: Request,
  response: Response,
  { embargoed }: VersionQuestion,
  body: unknown,
): void => {
  if (embargoed) response.set('Cache-Control', 'private, no-store').json(body);
  else sendJson(request, response, body);
};
