import { z } from 'zod';
import { recordOf } from '../../domain/record-of.ts';
import { nameFacet } from '../facets/index.ts';
import { facetNames, nameFacetNames } from '../facets/names.ts';
import { formatNames } from '../render/index.ts';
import { resultFields } from '../search/result.ts';
import { intervals } from '../timeline/steps.ts';
import {
  flag,
  listOf,
  matching,
  name,
  oneOf,
  several,
  single,
  singleOr,
  text,
  wholeNumber,
  writtenDate,
} from './kinds.ts';

const mostNames = 50;

/** Languages separated by commas; checked against the dictionary when the query is parsed. */
const translateTo = matching(
  /^(none|all|[a-z]{2,3}(,[a-z]{2,3}){0,39})$/,
  'must be none, all, or languages such as de,fr',
);

/** Filters: the parameters that search, feeds, export and alerts share. */
export const filterShape = {
  q: single(text(2000), 'The query; see docs/query-language.md').optional(),
  match: singleOr(oneOf(['all', 'any']), 'all', 'Whether all words must match, or any (best first)'),
  ...recordOf(nameFacetNames, (facet) =>
    several(name(), mostNames, nameFacet(facet).description).default([]),
  ),
  lang: several(
    matching(/^[A-Za-z]{2,3}(-[A-Za-z]{4})?$/, 'must be a language such as zh or zh-Hant'),
    mostNames,
    'Language, optionally with a script: zh, zh-Hant',
  ).default([]),
  'from-date': single(writtenDate, 'First day, month or year, inclusive').optional(),
  'to-date': single(writtenDate, 'Last day, month or year, inclusive').optional(),
  collection: several(
    matching(/^[0-9a-f]{24}$/, 'must be the id of a collection'),
    mostNames,
    'Collections of publishers, agencies and countries',
  ).default([]),
  story: several(name(), mostNames, 'Copies of one text: the story of a result').default([]),
  collapse: single(oneOf(['story']), 'Shows copies of one wire text as one').optional(),
  expand: singleOr(
    oneOf(['people', 'none']),
    'people',
    'Whether a name in q also finds that person’s articles in other languages',
  ),
  translate: singleOr(
    translateTo,
    'none',
    'Languages into which the words of q are also translated: all, or codes separated by commas',
  ),
  'translate-without': several(
    name(80),
    50,
    'Translations to leave out, each as language:term, such as de:Kern',
  ).default([]),
};

export const uiLang = single(
  matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag such as ru'),
  'Language of labels and descriptions; else Accept-Language decides',
).optional();

/** `GET /v1/articles`. */
export const searchSchema = z.object({
  ...filterShape,
  like: single(
    name(),
    'Id of an article in the archive: finds similar ones in any language, without its copies',
  ).optional(),
  sort: single(
    oneOf(['relevance', 'newest', 'oldest']),
    'Default: relevance with q, newest without',
  ).optional(),
  page: singleOr(
    wholeNumber(1, 999_999_999),
    1,
    'From 1; page × page-size is at most 10,000, further results need `cursor` or the export',
  ),
  'page-size': singleOr(wholeNumber(0, 100), 20, 'Results per page; 0 returns only counts'),
  cursor: single(name(500), '`*` for the first page, then `nextCursor`').optional(),
  facets: single(
    listOf(facetNames),
    `Facets, separated by commas: ${facetNames.join(', ')}; empty for none`,
  ).default(['agency', 'person', 'lang', 'date']),
  'facet-limit': singleOr(wholeNumber(1, 200), 10, 'Options a facet'),
  interval: singleOr(
    oneOf(['auto', ...intervals]),
    'auto',
    'Length of a bar of the date facet; auto fits the range',
  ),
  fields: single(listOf(resultFields), 'Fields of a result, separated by commas').optional(),
  context: singleOr(
    wholeNumber(0, 10),
    0,
    'Sentences before and after each match in the text, as `context`; 0 for none',
  ),
  highlight: singleOr(flag, true, 'Whether matches are highlighted'),
  'ui-lang': uiLang,
  explain: singleOr(flag, false, 'Explains the ranking in words; needs an admin key'),
  format: singleOr(oneOf(formatNames), 'json', 'Also as an extension of the path'),
});

export type SearchParams = z.output<typeof searchSchema>;
export type Filters = Pick<SearchParams, keyof typeof filterShape>;
