import { Router } from 'express';
import { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';
import { name, single } from '../params/kinds.ts';
import { facetNames, filterShape, searchSchema, uiLang } from '../params/search.ts';
import { labelOf } from '../search/authorities.ts';
import { findPerson, listPeople } from '../search/people.ts';
import { type Facet, facetSchema } from '../search/result.ts';
import { search } from '../search/search.ts';
import type { ApiServices } from '../services.ts';
import { createSuggester } from '../suggest/suggest.ts';
import { parametersOf, readerOf, sendJson } from './read.ts';

const q = single(name(200), { type: 'string', maxLength: 200 }, 'A name, or its beginning');

const { agency, person, lang, place, publisher } = filterShape;
const dates = { 'from-date': filterShape['from-date'], 'to-date': filterShape['to-date'] };

/** Under the filters of the search that is being typed. */
export const suggestParams = z.object({
  q,
  agency,
  person,
  lang,
  place,
  publisher,
  ...dates,
  'ui-lang': uiLang,
});
export const peopleParams = z.object({ q, 'ui-lang': uiLang });
export const labelParams = z.object({ 'ui-lang': uiLang });
export const facetParams = z.object({
  ...filterShape,
  value: single(
    name(200),
    { type: 'string', maxLength: 200 },
    'What the label begins with or holds',
  ).optional(),
  'ui-lang': uiLang,
});
export const agenciesSchema = z
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
export const facetValuesSchema = z
  .strictObject({ name: z.string(), facet: facetSchema })
  .meta({ id: 'FacetValues' });

/** People, agencies, suggestions for the box, and searching within a facet's values. */
export const namesRouter = (services: ApiServices): Router => {
  const suggest = createSuggester(services);
  return Router()
    .get('/v1/suggest', async (request, response) => {
      const { q: typed, ...params } = parametersOf(request, suggestParams);
      const { language } = readerOf(request, '/', params['ui-lang']);
      sendJson(request, response, await suggest(typed, { ...searchSchema.parse({}), ...params }, language));
    })
    .get('/v1/people', async (request, response) => {
      const params = parametersOf(request, peopleParams);
      const reader = readerOf(request, '/', params['ui-lang']);
      sendJson(request, response, await listPeople(params.q, reader, services));
    })
    .get('/v1/people/:id', async (request, response) => {
      const params = parametersOf(request, labelParams);
      const reader = readerOf(request, '/', params['ui-lang']);
      sendJson(request, response, await findPerson(request.params.id, reader, services));
    })
    .get('/v1/agencies', (request, response) => {
      const params = parametersOf(request, labelParams);
      const { language } = readerOf(request, '/', params['ui-lang']);
      sendJson(request, response, { results: listAgencies(language, services) });
    })
    .get('/v1/facets/:name', async (request, response) => {
      const params = parametersOf(request, facetParams);
      const facetName = facetNames.find((known) => known === request.params.name);
      if (!facetName || facetName === 'date')
        throw new InvalidParameters([
          {
            parameter: 'name',
            detail: `must be one of ${facetNames.filter((known) => known !== 'date').join(', ')}`,
          },
        ]);
      const { value, ...filters } = params;
      const result = await search(
        {
          ...searchSchema.parse({}),
          ...filters,
          facets: [facetName],
          'facet-limit': value === undefined ? 200 : MOST_SEARCHED,
          'page-size': 0,
          highlight: false,
        },
        { ...readerOf(request, '/v1/articles', params['ui-lang']), unlinked: setHere },
        services,
      );
      const facet = result.facets[facetName];
      if (!facet) throw new Error('a facet that was asked for was not counted');
      sendJson(request, response, { name: facetName, facet: withValue(facet, value) });
    });
};

/** A facet's links lead to a search of its own page size and facets. */
const setHere = ['facets', 'facet-limit', 'page-size', 'highlight'] as const;

/** Labels are ours, not the index's: the values are read and looked through. */
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
