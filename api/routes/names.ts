import { z } from 'zod';
import { recordOf } from '../../domain/record-of.ts';
import { costOf, fixedCosts } from '../access/cost.ts';
import { valueFacetNames } from '../facets/names.ts';
import { name, oneOf, single } from '../params/kinds.ts';
import { filterShape, searchSchema, uiLang } from '../params/search.ts';
import { withAbsoluteOptions, withAbsoluteUrl } from '../render/absolute.ts';
import { labelOf } from '../search/authorities.ts';
import { findPerson, personSchema } from '../search/people.ts';
import { listPeople, peopleListSchema } from '../search/people-list.ts';
import { type Facet, facetSchema } from '../search/result.ts';
import { search } from '../search/search.ts';
import { suggestAnswerSchema } from '../search/suggest-answer.ts';
import type { ApiServices } from '../services.ts';
import { createSuggester } from '../suggest/suggest.ts';
import { defineRoute } from './define-route.ts';
import { originOf, readerOf, sendJson } from './read.ts';

const q = single(name(200), 'A name, or its beginning');

const dates = { 'from-date': filterShape['from-date'], 'to-date': filterShape['to-date'] };

/** With the filters of the search that is being typed. */
const suggestParams = z.object({
  q,
  ...recordOf(valueFacetNames, (facet) => filterShape[facet]),
  ...dates,
  'ui-lang': uiLang,
});
const peopleParams = z.object({ q, 'ui-lang': uiLang });
const labelParams = z.object({ 'ui-lang': uiLang });
const facetParams = z.object({
  ...filterShape,
  value: single(name(200), 'Text at the beginning of the label or in it').optional(),
  'ui-lang': uiLang,
});
const agenciesSchema = z
  .strictObject({
    results: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        kind: z.string(),
        country: z.string().nullable(),
        url: z.string(),
      }),
    ),
  })
  .meta({ id: 'Agencies' });
const facetValuesSchema = z
  .strictObject({ name: z.string(), facet: facetSchema })
  .meta({ id: 'FacetValues' });

const withOrigin = (services: ApiServices) => withAbsoluteUrl(originOf(services));

const suggestRoute = defineRoute({
  method: 'get',
  path: '/v1/suggest',
  id: 'suggest',
  summary: 'People, agencies and titles, for a search box',
  query: suggestParams,
  answers: { 'application/json': suggestAnswerSchema },
  answer: (services) => {
    const suggest = createSuggester(services);
    return async ({ request, response, query: { q: typed, ...params } }) => {
      const { language } = readerOf(request, '/', params['ui-lang']);
      const found = await suggest(typed, { ...searchSchema.parse({}), ...params }, language);
      sendJson(request, response, {
        ...found,
        people: found.people.map(withOrigin(services)),
        agencies: found.agencies.map(withOrigin(services)),
        articles: found.articles.map(withOrigin(services)),
      });
    };
  },
});

const peopleRoute = defineRoute({
  method: 'get',
  path: '/v1/people',
  id: 'people',
  summary: 'People who may have this name',
  cost: () => fixedCosts.person,
  query: peopleParams,
  answers: { 'application/json': peopleListSchema },
  answer:
    (services) =>
    async ({ request, response, query }) => {
      const reader = readerOf(request, '/', query['ui-lang']);
      const { results } = await listPeople(query.q, reader, services);
      sendJson(request, response, { results: results.map(withOrigin(services)) });
    },
});

const personRoute = defineRoute({
  method: 'get',
  path: '/v1/people/{id}',
  id: 'person',
  summary: 'One person: names, counts, people named together',
  query: labelParams,
  cost: () => fixedCosts.person,
  answers: { 'application/json': personSchema },
  answer:
    (services) =>
    async ({ request, response, query, parameter }) => {
      const reader = readerOf(request, '/', query['ui-lang']);
      const person = await findPerson(parameter('id'), reader, services);
      sendJson(request, response, withOrigin(services)(person));
    },
});

const agenciesRoute = defineRoute({
  method: 'get',
  path: '/v1/agencies',
  id: 'agencies',
  summary: 'Every recorded agency',
  cost: () => fixedCosts.list,
  query: labelParams,
  answers: { 'application/json': agenciesSchema },
  answer:
    (services) =>
    ({ request, response, query }) => {
      const { language } = readerOf(request, '/', query['ui-lang']);
      sendJson(request, response, {
        results: listAgencies(language, services).map(withOrigin(services)),
      });
    },
});

/** Without dates, whose values are counted, but cannot be searched by name. */
const searchedFacet = oneOf(valueFacetNames);

const facetRoute = defineRoute({
  method: 'get',
  path: '/v1/facets/{name}',
  id: 'facet',
  summary: 'Searches within the values of a facet, under the same filters',
  query: facetParams,
  cost: costOf,
  pathParameters: { name: searchedFacet.parse },
  answers: { 'application/json': facetValuesSchema },
  answer:
    (services) =>
    async ({ request, response, query: { value, ...filters }, parameter }) => {
      const facetName = searchedFacet.parse.parse(parameter('name'));
      const result = await search(
        {
          ...searchSchema.parse({}),
          ...filters,
          facets: [facetName],
          'facet-limit': value === undefined ? 200 : MOST_SEARCHED,
          'page-size': 0,
          highlight: false,
        },
        { ...readerOf(request, '/v1/articles', filters['ui-lang']), unlinked: setHere },
        services,
      );
      const facet = result.facets[facetName];
      if (!facet) throw new Error('a facet that was asked for was not counted');
      sendJson(request, response, {
        name: facetName,
        facet: withAbsoluteOptions(withValue(facet, value), originOf(services)),
      });
    },
});

/** People, agencies, suggestions for the box, and searching within a facet's values. */
export const namesRoutes = [suggestRoute, peopleRoute, personRoute, agenciesRoute, facetRoute];

/** A facet's links lead to a search with its own page size and facets. */
const setHere = ['facets', 'facet-limit', 'page-size', 'highlight'] as const;

/** The index has no labels, so values are read from it and searched by label here. */
const MOST_SEARCHED = 2000;
const MOST_SHOWN = 200;

const withValue = (facet: Facet, value: string | undefined): Facet => {
  if (value === undefined) return facet;
  const wanted = value.toLowerCase();
  const options = facet.options.filter(
    ({ value: id, label }) => label.toLowerCase().includes(wanted) || id.toLowerCase() === wanted,
  );
  return { ...facet, options: options.slice(0, MOST_SHOWN), more: facet.more || options.length > MOST_SHOWN };
};

const listAgencies = (language: string, { authorities }: ApiServices) =>
  authorities.agencies.all().map(({ id, kind, country }) => ({
    id,
    label: labelOf('agency', id, language, authorities),
    kind,
    country,
    url: `/v1/articles?agency=${encodeURIComponent(id)}`,
  }));
