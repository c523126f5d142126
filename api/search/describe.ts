import { remembered } from '../../domain/remembered.ts';
import { facetWords } from '../facets/words.ts';
import { interfaceIn, localeOf } from '../messages/index.ts';
import type { QueryNode } from '../query/tree.ts';
import { type Authorities, labelOf, languageName } from './authorities.ts';
import { describeDates } from './describe-dates.ts';
import { describeQuery } from './describe-query.ts';
import type { Filter } from './filters.ts';
import type { UnderstoodSearch } from './plan.ts';
import type { Reader } from './result.ts';
import type { Understanding } from './understand.ts';

/** Describes a search in the reader's language: `12 articles about …, from Xinhua, since December 2019`. */
export const describeSearch = (
  { params, filters, across }: Pick<Understanding, 'params' | 'filters' | 'across'>,
  query: QueryNode | null,
  total: number,
  { language, locale: dates = language }: Pick<Reader, 'language' | 'locale'>,
  authorities: Authorities,
): string => {
  const { search: words, flows, comma } = interfaceIn(language);
  const locale = localeOf(language);
  const plural = pluralRules(locale).select(total);
  const count = numberFormat(locale).format(total);
  const counted = params.collapse ? words.stories(count, plural) : words.articles(count, plural);
  const { about, limits } = describeQuery(query, params.match, { language, locale: dates }, authorities);
  return [
    ...(flows ? [[counted, ...about].join(' ')] : [counted, ...about]),
    ...describeAcross(across, language),
    ...limits,
    ...describeLimits({ params, filters }, { language, locale: dates }, authorities),
  ].join(comma);
};

/** The same without the count: `about …, from Xinhua, since December 2019`. */
export const describeAsked = (
  asked: Pick<Understanding, 'params' | 'filters' | 'across'>,
  query: QueryNode | null,
  language: string,
  authorities: Authorities,
): string => {
  const { about, limits } = describeQuery(query, asked.params.match, { language }, authorities);
  const limitations = describeLimits(asked, { language }, authorities);
  return [...about, ...describeAcross(asked.across, language), ...limits, ...limitations].join(
    interfaceIn(language).comma,
  );
};

/** The languages that translations were searched in. */
const describeAcross = (across: Understanding['across'], language: string): string[] => {
  if (!across || across.languages.length === 0) return [];
  const names = across.languages.map((part) => languageName(part.language, language));
  const list = new Intl.ListFormat(localeOf(language), { type: 'conjunction', style: 'narrow' }).format(
    names,
  );
  return [interfaceIn(language).search.translated(list)];
};

const describeLimits = (
  { params, filters }: Pick<UnderstoodSearch, 'params' | 'filters'>,
  { language, locale = language }: Pick<Reader, 'language' | 'locale'>,
  authorities: Authorities,
): string[] => {
  return [
    ...(params.like === undefined ? [] : [interfaceIn(language).search.like(params.like)]),
    ...filters.flatMap((filter) => describeFilter(filter, language, authorities)),
    ...describeDates(params['from-date'], params['to-date'], locale, interfaceIn(language).search),
  ];
};

const pluralRules = remembered((locale) => new Intl.PluralRules(locale));
const numberFormat = remembered((locale) => new Intl.NumberFormat(locale));
const listFormat = remembered((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));

const describeFilter = ({ facet, values }: Filter, language: string, authorities: Authorities): string[] => {
  if (facet === 'collection') return [interfaceIn(language).search.collection(values.join(', '))];
  if (facet === 'story') return [interfaceIn(language).search.copiesOf];
  if (facet === 'date' || values.length === 0) return [];
  const labels = values.map((value) =>
    facet === 'lang' ? languageName(value, language) : labelOf(facet, value, language, authorities),
  );
  const names = listFormat(localeOf(language)).format(labels);
  return [facetWords(facet, language).phrase(names)];
};
