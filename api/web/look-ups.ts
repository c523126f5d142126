import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { createFormerQueue } from '../../platform/former.ts';
import { nameFacetNames, valueFacetNames } from '../facets/names.ts';
import { parseParameters, readQuery, type WrittenParameters } from '../params/read.ts';
import { type SearchParams, searchSchema, uiLang } from '../params/search.ts';
import { readNetwork } from '../people/network.ts';
import { matchFor } from '../query/long-query.ts';
import { versionsParams } from '../routes/article.ts';
import { readArchiveSources } from '../search/archive-sources.ts';
import { countAcross, inTime, moreThan } from '../search/count-across.ts';
import { findPersonHead } from '../search/people.ts';
import type { Reader, SearchResult } from '../search/result.ts';
import { search } from '../search/search.ts';
import type { ApiServices } from '../services.ts';
import { timelineParams } from '../timeline/schema.ts';
import { readTimeline } from '../timeline/timeline.ts';
import { listCopies } from '../versions/copies.ts';
import { findStanding, listVersions, type VersionQuestion } from '../versions/versions.ts';
import type { Draw } from './answer-page.ts';
import type { PageContext } from './page.ts';
import { alikeOf, mostValues, namingOf, pageFacets, writtenBy } from './page-searches.ts';
import { drawArticlePage, type Related } from './pages/article-page.ts';
import { drawChartPage } from './pages/chart-page.ts';
import { drawPersonPage } from './pages/person-page.ts';
import { drawSearchPage } from './pages/search-page.ts';
import { drawAboutPage, drawSourcesPage } from './pages/trust-pages.ts';
import { drawValuesPage } from './pages/values-page.ts';
import { drawVersionsPage } from './pages/versions-page.ts';
import { withReadDates } from './written-dates.ts';

const readerFor = ({ language, locale }: PageContext) => ({ language, locale, path: '/' });

/** An empty form field means "not given"; the API itself would reject it. */
const withoutEmpty = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([, value]) => value.trim() !== ''));

/** The plain form cannot choose `match` like the box. Set here, so that every link of the page keeps the choice. */
const withMatch = (query: URLSearchParams): URLSearchParams => {
  const chosen = query.has('match') || matchFor(query.get('q') ?? '') === 'all';
  return chosen ? query : new URLSearchParams([...query, ['match', 'any']]);
};

/** Chosen values of facets that the page does not count, so that they can be removed. */
const facetsFor = (params: SearchParams): SearchParams['facets'] => [
  ...pageFacets,
  ...nameFacetNames.filter((name) => !isCounted(name) && params[name].length > 0),
];

const isCounted = (name: string): boolean => pageFacets.some((counted) => counted === name);

/** How long the results of a page wait for the count of results by translation. */
const offerPatienceMs = 300;

export const drawSearch =
  (services: ApiServices): Draw =>
  async (asked) => {
    const context = { ...asked, query: withMatch(withReadDates(withoutEmpty(asked.query))) };
    const params = parseParameters(searchSchema, readQuery(context.query));
    const asPage = context.query.has('facets')
      ? forPage(params)
      : { ...forPage(params), facets: facetsFor(params) };
    // The page chooses its facets, so its links leave them out.
    const reader = { ...readerFor(context), unlinked: context.query.has('facets') ? [] : ['facets'] };
    const counting = countAcross(asPage, reader, services);
    const result = await search(asPage, reader, services);
    const translated = await inTime(counting, offerPatienceMs);
    return drawSearchPage(params, result, context, translated && moreThan(result, translated));
  };

/** The number of results of a query on the results page. */
export const countResults =
  (services: ApiServices) =>
  async (query: URLSearchParams): Promise<number> => {
    const params = parseParameters(searchSchema, readQuery(withReadDates(withoutEmpty(query))));
    const counted = { ...forPage(params), page: 1, 'page-size': 0, facets: [], highlight: false };
    return (await search(counted, { language: 'en', path: '/' }, services)).total.count;
  };

export const drawAbout =
  (services: ApiServices): Draw =>
  (context) =>
    drawAboutPage(services.config.operator, context);

export const drawSources =
  (services: ApiServices): Draw =>
  async (context) =>
    drawSourcesPage(await readArchiveSources(context.language, services), context);

/** For browsers that request an unknown page; the API itself answers with JSON. */
export const drawMissing: Draw = () => {
  throw new NotFound('there is no such page');
};

/** A page shows one format; cursors, and explanations for administrators, are only in the API. */
const forPage = (params: SearchParams): SearchParams => ({
  ...params,
  cursor: undefined,
  format: 'json',
  explain: false,
});

export const drawValues =
  (services: ApiServices): Draw =>
  async (asked, id) => {
    const name = valueFacetNames.find((facet) => facet === id);
    if (!name) throw new NotFound('there is no such facet');
    const find = asked.query.get('find')?.slice(0, 100) ?? '';
    const query = withReadDates(withoutEmpty(asked.query));
    query.delete('find');
    const params = parseParameters(searchSchema, readQuery(query));
    const reader = { ...readerFor(asked), unlinked: ['facets', 'facet-limit', 'page-size'] };
    const result = await search(
      { ...forPage(params), page: 1, 'page-size': 0, facets: [name], 'facet-limit': mostValues },
      reader,
      services,
    );
    return drawValuesPage(name, result, { find, kept: [...query] }, asked);
  };

export const drawChart =
  (services: ApiServices): Draw =>
  async (asked) => {
    const context = { ...asked, query: withReadDates(withoutEmpty(asked.query)) };
    const params = parseParameters(timelineParams, readQuery(context.query));
    return drawChartPage(params, await readTimeline(params, context.language, services), context);
  };

const onlyLanguage = z.object({ 'ui-lang': uiLang });

/**
 * Runs one of a page's own searches. Async, so that it also rejects for invalid parameters: if it threw among
 * promises that have begun, their rejections would be unhandled.
 */
const searchFor = async (
  asked: WrittenParameters,
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult> => search(parseParameters(searchSchema, asked), reader, services);

/** Copies and similar articles are optional: without them the article is still shown. */
const findRelated = async (id: string, reader: Reader, services: ApiServices): Promise<Related> => {
  const leaveOut = (error: unknown): null => {
    services.log.warn({ err: error }, 'copies or similar articles were not looked up');
    return null;
  };
  const [copies, alike] = await Promise.all([
    listCopies(id, reader, services).catch(leaveOut),
    searchFor(alikeOf(id), reader, services).catch(leaveOut),
  ]);
  return { copies, alike: alike?.results ?? [] };
};

export const drawArticle =
  (services: ApiServices): Draw =>
  async (context, id) => {
    parseParameters(onlyLanguage, readQuery(context.query));
    const reader = readerFor(context);
    const article = await findStanding(id, reader, services);
    return drawArticlePage(article, await findRelated(id, reader, services), context);
  };

/** Pages have no key, so embargoed articles are not shown. */
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
    if (!searchSchema.shape.person.safeParse([id]).success)
      throw new NotFound('no person has an id that no search takes');
    const reader = readerFor(context);
    const [person, found, written, network] = await Promise.all([
      findPersonHead(id, reader, services),
      searchFor(namingOf(id), reader, services),
      searchFor(writtenBy(id), reader, services),
      readNetwork({ id, size: 20, language: reader.language }, services),
    ]);
    const roles = services.authorities.people.get(id)?.roles ?? [];
    return drawPersonPage({ person, roles, found, written, network }, context);
  };
