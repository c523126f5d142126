import { z } from 'zod';
import { formatNames } from '../render/index.ts';
import { resultFields } from '../search/result.ts';
import { flag, listOf, name, oneOf, several, single, text, wholeNumber, writtenDate } from './kinds.ts';

export const facetNames = ['agency', 'person', 'lang', 'place', 'publisher', 'date'] as const;
export type FacetName = (typeof facetNames)[number];

const string = { type: 'string' };
const names = { most: 50 };

/** Filters: what the search, the feeds, the export and alerts share. */
export const filterShape = {
  q: single(
    text(2000),
    { type: 'string', maxLength: 2000 },
    'The query; see docs/query-language.md',
  ).optional(),
  match: single(
    oneOf(['all', 'any']),
    { type: 'string', enum: ['all', 'any'], default: 'all' },
    'Whether every word must be found, or any (best first)',
  ).default('all'),
  agency: several(name(), names, 'Credited agency: ids or recorded names in any script').default([]),
  person: several(name(), names, 'Person named: ids or recorded names in any script').default([]),
  lang: several(
    z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z]{4})?$/, 'must be a language such as zh or zh-Hant'),
    names,
    'Language, with a script where wanted: zh, zh-Hant',
  ).default([]),
  place: several(name(), names, 'Place of the dateline: ids or recorded names').default([]),
  publisher: several(name(), names, 'Whose site carried it: ids, hosts or recorded names').default([]),
  'from-date': single(writtenDate, string, 'First day, month or year, inclusive').optional(),
  'to-date': single(writtenDate, string, 'Last day, month or year, inclusive').optional(),
  collapse: single(
    oneOf(['story']),
    { type: 'string', enum: ['story'] },
    'Shows copies of one wire text as one',
  ).optional(),
  expand: single(
    oneOf(['people', 'none']),
    { type: 'string', enum: ['people', 'none'], default: 'people' },
    'Whether a name in q also finds that person’s articles in other languages',
  ).default('people'),
};

export const uiLang = single(
  z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag such as ru'),
  string,
  'Language of labels and descriptions; else Accept-Language decides',
).optional();

/** `GET /v1/articles`. */
export const searchSchema = z.object({
  ...filterShape,
  sort: single(
    oneOf(['relevance', 'newest', 'oldest']),
    { type: 'string', enum: ['relevance', 'newest', 'oldest'] },
    'Default: relevance with q, newest without',
  ).optional(),
  page: single(wholeNumber(1, 999_999_999), { type: 'integer', minimum: 1, default: 1 }, 'From 1').default(1),
  'page-size': single(
    wholeNumber(0, 100),
    { type: 'integer', minimum: 0, maximum: 100, default: 20 },
    'Results a page; 0 gives counts only',
  ).default(20),
  cursor: single(name(500), string, '`*` to begin a walk, then `nextCursor`').optional(),
  facets: single(
    listOf(facetNames),
    string,
    `Facets, parted by commas: ${facetNames.join(', ')}; empty for none`,
  ).default(['agency', 'person', 'lang', 'date']),
  'facet-limit': single(
    wholeNumber(1, 200),
    { type: 'integer', minimum: 1, maximum: 200, default: 10 },
    'Options a facet',
  ).default(10),
  fields: single(listOf(resultFields), string, 'Fields of a result, parted by commas').optional(),
  highlight: single(flag, { type: 'boolean', default: true }, 'Whether matches are marked').default(true),
  'ui-lang': uiLang,
  explain: single(flag, { type: 'boolean', default: false }, 'Why, in words; needs an admin key').default(
    false,
  ),
  format: single(
    oneOf(formatNames),
    { type: 'string', enum: [...formatNames], default: 'json' },
    'Also as an ending of the path',
  ).default('json'),
});

export type SearchParams = z.output<typeof searchSchema>;
export type Filters = Pick<SearchParams, keyof typeof filterShape>;
