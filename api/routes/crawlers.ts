import { type RequestHandler, Router } from 'express';
import { NotFound } from '../../domain/errors.ts';
import type { ApiServices } from '../services.ts';
import { createSitemapCuts } from '../sitemap/cuts.ts';
import { namedPeople, writePeopleSitemap } from '../sitemap/people.ts';
import { writeSitemapIndex, writeSitemapPage } from '../sitemap/write.ts';
import { onlyGet } from './only-get.ts';
import { originOf } from './read.ts';
import { sendParts } from './send-parts.ts';

const CACHING = 'public, max-age=3600, stale-if-error=86400';

/**
 * For crawlers: robots.txt, and the sitemap of all articles.
 *
 * @param limits  of each page of the sitemap
 */
export const crawlersRouter = (services: ApiServices, limits: readonly RequestHandler[]): Router => {
  const cuts = createSitemapCuts(services);
  return Router()
    .use(
      onlyGet('/robots.txt', (_request, response) => {
        response
          .type('text/plain')
          .set('Cache-Control', CACHING)
          .send(robotsFor(originOf(services)));
      }),
    )
    .use(
      onlyGet('/sitemap.xml', ...limits, async (_request, response) => {
        const pages = await cuts();
        response
          .type('application/xml')
          .set('Cache-Control', CACHING)
          .send(writeSitemapIndex(pages, originOf(services)));
      }),
    )
    .use(
      onlyGet('/sitemap-people.xml', ...limits, async (_request, response) => {
        response
          .type('application/xml')
          .set('Cache-Control', CACHING)
          .send(writePeopleSitemap(await namedPeople(services), originOf(services)));
      }),
    )
    .use(
      onlyGet(/^\/sitemap-(\d{1,6})\.xml$/, ...limits, async (request, response) => {
        const page = (await cuts())[Number(request.params[0]) - 1];
        // Only existing pages of the sitemap are read, so that a request cannot start a listing at any other position.
        if (!page) throw new NotFound(`no page ${request.params[0]} of the sitemap`);
        await sendParts(
          response,
          { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': CACHING },
          writeSitemapPage(page, originOf(services), services),
        );
      }),
    );
};

/** There are endless result pages, but not articles. */
const robotsFor = (origin: string): string => `User-agent: *
Disallow: /v1/
Disallow: /?
Disallow: /values/
Disallow: /admin/
Allow: /articles/
Allow: /people/

Sitemap: ${origin}/sitemap.xml
Sitemap: ${origin}/sitemap-people.xml
`;
