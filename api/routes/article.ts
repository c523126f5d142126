import { Router } from 'express';
import { z } from 'zod';
import { uiLang } from '../params/search.ts';
import { findArticle } from '../search/article.ts';
import type { ApiServices } from '../services.ts';
import { parametersOf, readerOf, sendJson } from './read.ts';

export const articleParams = z.object({ 'ui-lang': uiLang });

/** `GET /v1/articles/{id}`; what writes stands in `ingest/`. */
export const articleRouter = (services: ApiServices): Router =>
  Router().get('/v1/articles/:id', async (request, response) => {
    const params = parametersOf(request, articleParams);
    const reader = readerOf(request, '/v1/articles', params['ui-lang']);
    sendJson(request, response, await findArticle(request.params.id, reader, services));
  });
