import { z } from 'zod';
import { createFormerQueue } from '../../platform/former.ts';
import { parseParameters, readQuery } from '../params/read.ts';
import { type SearchParams, searchSchema, uiLang } from '../params/search.ts';
import { readNetwork } from '../people/network.ts';
import { matchFor } from '../query/long-query.ts';
import { versionsParams } from '../routes/article.ts';
import { countAcross, inTime, moreThan } from '../search/count-across.ts';
import { findPersonHead } from '../search/people.ts';
import type { Reader } from '../search/result.ts';
import { search } from '../search/search.ts';
import type { ApiServices } from '../services.ts';
import { timelineParams } from '../timeline/schema.ts';
import { readTimeline } from '../timeline/timeline.ts';
import { listCopies } from '../versions/copies.ts';
import { findStanding, listVersions, type VersionQuestion } from '../versions/versions.ts';
import type { Draw } from './answer-page.ts';
import type { PageContext } from './page.ts';
import { alikeOf, namingOf, writtenBy } from './page-searches.ts';
import { drawArticlePage, type Related } from './pages/article-page.ts';
import { drawChartPage } from './pages/chart-page.ts';
import { drawPersonPage } from './pages/person-page.ts';
import { drawSearchPage } from './pages/search-page.ts';
import { drawVersionsPage } from './pages/versions-page.ts';

const readerFor = ({ language }: PageContext) => ({ language, path: '/' });

/** An empty form field means "not given"; the API itself would refuse it. */
const withoutEmpty = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([, value]) => value.trim() !== ''));

/** The plain form cannot choose as the box does. Written down, so that every link of the page keeps the choice. */
const withMatch = (query: URLSearchParams): URLSearchParams => {
  const chosen = query.has('match') || matchFor(query.get('q') ?? '') === 'all';
  return chosen ? query : new URLSearchParams([...query, ['match', 'any']]);
};

/** So long the results of a page wait for the count of what translations would find. */
const offerPatienceMs = 300;

export const drawSearch =
  (services: ApiServices): Draw =>
  async (asked) => {
    const context = { ...asked, query: withMatch(withoutEmpty(asked.query)) };
    const params = parseParameters(searchSchema, readQuery(context.query));
    const asPage = forPage(params);
    const counting = countAcross(asPage, readerFor(context), services);
    const result = await search(asPage, readerFor(context), services);
    const translated = await inTime(counting, offerPatienceMs);
    return drawSearchPage(params, result, context, translated && moreThan(result, translated));
  };

/** A page shows one format; cursors, and explanations for administrators, are only in the API. */
const forPage = (params: SearchParams): SearchParams => ({
  ...params,
  cursor: undefined,
  format: 'json',
  explain: false,
});

export const drawChart =
  (services: ApiServices): Draw =>
  async (asked) => {
    const context = { ...asked, query: withoutEmpty(asked.query) };
    const params = parseParameters(timelineParams, readQuery(context.query));
    return drawChartPage(params, await readTimeline(params, context.language, services), context);
  };

const onlyLanguage = z.object({ 'ui-lang': uiLang });

/** Copies and what resembles an article stand beside it: without them it is still shown. */
const findRelated = async (id: string, reader: Reader, services: ApiServices): Promise<Related> => {
  try {
    const [copies, alike] = await Promise.all([
      listCopies(id, reader, services),
      search(parseParameters(searchSchema, alikeOf(id)), reader, services),
    ]);
    return { copies, alike: alike.results };
  } catch (error) {
    services.log.warn({ err: error }, 'copies and similar articles were not looked up');
    return { copies: null, alike: [] };
  }
};

export const drawArticle =
  (services: ApiServices): Draw =>
  async (context, id) => {
    parseParameters(onlyLanguage, readQuery(context.query));
    const reader = readerFor(context);
    const article = await findStanding(id, reader, services);
    return drawArticlePage(article, await findRelated(id, reader, services), context);
  };

/** Pages know no key, so nothing under embargo is shown. */
export const drawVersions = (services: ApiServices): Draw => {
  const queue = createFormerQueue(services.redis, services.config.prefix);
  return async (context, id) => {
    const between = parseParameters(versionsParams, readQuery(context.query));
    const question: VersionQuestion = { id, reader: readerFor(context), sightOf: () => 'reader' };
    return drawVersionsPage(await listVersions(question, between, services, queue), context);
  };
};

export const drawPerson =
  (services: ApiServices): Draw =>
  async (context, id) => {
    parseParameters(onlyLanguage, readQuery(context.query));
    const reader = readerFor(context);
    const [person, found, written, network] = await Promise.all([
      findPersonHead(id, reader, services),
      search(parseParameters(searchSchema, namingOf(id)), reader, services),
      search(parseParameters(searchSchema, writtenBy(id)), reader, services),
      readNetwork({ id, size: 20, language: reader.language }, services),
    ]);
    const roles = services.authorities.people.get(id)?.roles ?? [];
    return drawPersonPage({ person, roles, found, written, network }, context);
  };
