import { messagesIn } from '../messages/index.ts';
import type { SearchMessages } from '../messages/message.ts';
import { spanOf } from '../params/dates.ts';
import { isDense } from '../query/signs.ts';
import type { LeafNode, QueryNode } from '../query/tree.ts';
import { type Authorities, labelOf, languageName } from './authorities.ts';
import type { Filter } from './filters.ts';
import { filterFields } from './filters.ts';
import type { UnderstoodSearch } from './plan.ts';
import { remembered } from './remembered.ts';

/** What was understood, in the reader's language: `12 articles about …, from Xinhua, since December 2019`. */
export const describeSearch = (
  { params, filters }: Pick<UnderstoodSearch, 'params' | 'filters'>,
  query: QueryNode | null,
  total: number,
  language: string,
  authorities: Authorities,
): string => {
  const words = messagesIn(language);
  const locale = localeOf(language);
  const plural = pluralRules(locale).select(total);
  const count = numberFormat(locale).format(total);
  const counted = params.collapse ? words.stories(count, plural) : words.articles(count, plural);
  const about = describeAbout(params, query, language);
  return [
    ...(flowing.has(language) ? [[counted, ...about].join(' ')] : [counted, ...about]),
    ...describeLimits({ params, filters }, language, authorities),
  ].join(commas[language] ?? ', ');
};

/** The same without how many there are: `about …, from Xinhua, since December 2019`. */
export const describeAsked = (
  asked: Pick<UnderstoodSearch, 'params' | 'filters'>,
  query: QueryNode | null,
  language: string,
  authorities: Authorities,
): string =>
  [...describeAbout(asked.params, query, language), ...describeLimits(asked, language, authorities)].join(
    commas[language] ?? ', ',
  );

const describeAbout = (
  { match }: Pick<UnderstoodSearch['params'], 'match'>,
  query: QueryNode | null,
  language: string,
): string[] => {
  const words = messagesIn(language);
  return query ? [words.about(describeWords(query, match, language, words))] : [];
};

const describeLimits = (
  { params, filters }: Pick<UnderstoodSearch, 'params' | 'filters'>,
  language: string,
  authorities: Authorities,
): string[] => {
  const words = messagesIn(language);
  return [
    ...filters.flatMap((filter) => describeFilter(filter, language, words, authorities)),
    ...describeDates(params['from-date'], params['to-date'], language, words),
  ];
};

const pluralRules = remembered((locale) => new Intl.PluralRules(locale));
const numberFormat = remembered((locale) => new Intl.NumberFormat(locale));
const listFormat = remembered((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));

/** Where `12 articles about …` is one phrase; elsewhere a comma parts the two. */
const flowing: ReadonlySet<string> = new Set(['en', 'de', 'es', 'fr', 'pt', 'ar']);

const commas: Readonly<Record<string, string>> = { zh: '，', ja: '、', ar: '، ' };

/** Western digits and the Gregorian calendar, as the dates of the articles. */
const localeOf = (language: string): string => (language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : language);

const describeFilter = (
  { facet, values }: Filter,
  language: string,
  words: SearchMessages,
  authorities: Authorities,
): string[] => {
  if (facet === 'date' || values.length === 0) return [];
  const labels = values.map((value) =>
    facet === 'lang' ? languageName(value, language) : labelOf(facet, value, language, authorities),
  );
  const names = listFormat(localeOf(language)).format(labels);
  return [words[facet === 'lang' ? 'language' : facet](names)];
};

const describeDates = (
  from: string | undefined,
  to: string | undefined,
  language: string,
  words: SearchMessages,
): string[] => {
  if (from !== undefined && to !== undefined)
    return [
      from === to
        ? words.on(writtenDay(from, language))
        : words.between(writtenDay(from, language), writtenDay(to, language)),
    ];
  if (from !== undefined) return [words.since(writtenDay(from, language))];
  return to === undefined ? [] : [words.until(writtenDay(to, language))];
};

/** `2019-12` as a reader writes it. */
const writtenDay = (written: string, language: string): string => {
  const parts = written.split('-').length;
  return dateFormat(`${localeOf(language)} ${parts}`).format(new Date(spanOf(written)?.from ?? written));
};

/** Of a year, a month or a day: one, two or three parts. */
const dateFormat = remembered((key) => {
  const [locale = 'en', parts = '1'] = key.split(' ');
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(Number(parts) > 1 ? { month: 'long' } : {}),
    ...(Number(parts) > 2 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
});

/** One word is asked for as it is, unless it is written without spaces and may be several. */
const describeWords = (
  query: QueryNode,
  match: 'all' | 'any',
  language: string,
  words: SearchMessages,
): string => {
  const text = describeQuery(query, language, words);
  const several = query.kind === 'sequence' || (query.kind === 'word' && isDense(query.text));
  return match === 'any' && several ? words.query.any(text) : text;
};

const describeQuery = (node: QueryNode, language: string, words: SearchMessages): string => {
  const inner = (operand: QueryNode): string => {
    const text = describeQuery(operand, language, words);
    return operand.kind === 'and' || operand.kind === 'or' ? `(${text})` : text;
  };
  switch (node.kind) {
    case 'sequence':
      return node.operands.map(inner).join(' ');
    case 'and':
      return node.operands.map(inner).join(` ${words.query.and} `);
    case 'or':
      return node.operands.map(inner).join(` ${words.query.or} `);
    case 'not':
      return words.query.not(inner(node.operand));
    case 'near':
      return words.query.near(
        node.operands.map((operand) => describeLeaf(operand, language, words)).join(', '),
        node.distance,
      );
    default:
      return describeLeaf(node, language, words);
  }
};

const describeLeaf = (leaf: LeafNode, language: string, words: SearchMessages): string => {
  switch (leaf.kind) {
    case 'name':
      return words[leaf.field](leaf.value);
    case 'lang':
      return words.language(languageName(leaf.value, language));
    case 'date':
      return (
        describeDates(leaf.from ?? undefined, leaf.to ?? undefined, language, words)[0] ?? filterFields.date
      );
    default: {
      const text = leaf.kind === 'word' ? leaf.text : words.query[leaf.kind](leaf.text);
      return leaf.field ? words.query[leaf.field](text) : text;
    }
  }
};
