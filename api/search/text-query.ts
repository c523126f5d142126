import { queryLanguage } from './query-language.ts';
import { weights } from './weights.ts';

export type QueryClause = Readonly<Record<string, unknown>>;

export interface TextQueryOptions {
  /** Every word, or most of them with the best first. */
  readonly match: 'all' | 'any';
  /** Profile codes that the reader prefers; empty or absent where nothing is known. */
  readonly readerLanguages?: readonly string[];
  /** Other ways to write the query's words (`synonymsOf`); each stands beside the words, not instead. */
  readonly expansions?: readonly Expansion[];
  /** Whether newer articles come first among equals; default true. */
  readonly recency?: boolean;
}

/** A stretch of the query and what it is also called: `UN` and `United Nations`. */
export interface Expansion {
  /** The whole query with the stretch written in the other way. */
  readonly query: string;
}

/**
 * Free words as one Elasticsearch query over every language's index: each index reads it by its own analyzers.
 *
 * @param text  words without operators, at most 10,000 characters
 */
export const buildTextQuery = (text: string, options: TextQueryOptions): QueryClause => ({
  bool: {
    must: [matchAny([text, ...(options.expansions ?? []).map(({ query }) => query)], options.match)],
    should: [
      phrase(text),
      ...neighbours(text),
      ...bigrams(text),
      ...preferLanguages(options.readerLanguages ?? [], weights.readerLanguage),
      ...preferLanguages([queryLanguage(text) ?? []].flat(), weights.queryLanguage),
      ...(options.recency === false ? [] : [recent]),
    ],
  },
});

const matchAny = (queries: readonly string[], match: TextQueryOptions['match']): QueryClause => {
  const [only] = queries;
  return queries.length === 1 && only !== undefined
    ? matchWords(only, match)
    : { dis_max: { queries: queries.map((query) => matchWords(query, match)) } };
};

/**
 * Words as each language stems them, and words as printed. The second finds what the first cannot, queries of
 * nothing but stop words, and counts a language's own stop words as common where other languages take them for rare.
 */
const matchWords = (query: string, match: TextQueryOptions['match']): QueryClause => {
  const operator = match === 'all' ? 'and' : 'or';
  return {
    bool: {
      should: [
        { combined_fields: { query, fields: fieldsWith(''), operator } },
        { combined_fields: { query, fields: fieldsWith('.exact'), operator, boost: weights.exact } },
      ],
      minimum_should_match: 1,
    },
  };
};

const fieldsWith = (suffix: string): string[] =>
  Object.entries(weights.fields).map(([name, weight]) => `${name}${suffix}^${weight}`);

const phrase = (query: string): QueryClause => ({
  dis_max: {
    queries: [
      { match_phrase: { 'title.exact': { query, slop: 1, boost: weights.phrase.title } } },
      { match_phrase: { 'body.exact': { query, slop: 2, boost: weights.phrase.body } } },
    ],
  },
});

/** Words that stand side by side in the query, near each other in the text. */
const neighbours = (query: string): QueryClause[] => {
  if (spaceless.test(query)) return [];
  const words = query.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]{0,99}/gu) ?? [];
  return words.slice(0, mostPairs).flatMap((word, at) => {
    const next = words[at + 1];
    return next === undefined ? [] : [near(`${word} ${next}`)];
  });
};

/** A long query says enough by its words; pairs of all of them would cost more than they tell. */
const mostPairs = 16;

const near = (query: string): QueryClause => ({
  match_phrase: { body: { query, slop: weights.neighbours.slop, boost: weights.neighbours.boost } },
});

/** Only where the index has them: scripts without spaces, and Vietnamese, told by its letters. */
const bigrams = (query: string): QueryClause[] =>
  spaceless.test(query) || vietnamese.test(query)
    ? [
        {
          combined_fields: {
            query,
            fields: fieldsWith('.bigram'),
            boost: weights.bigram,
          },
        },
      ]
    : [];

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

const preferLanguages = (languages: readonly string[], boost: number): QueryClause[] =>
  languages.length === 0
    ? []
    : [{ constant_score: { filter: { terms: { language: [...languages] } }, boost } }];

/** Articles without a date lose nothing but this. */
const recent: QueryClause = {
  distance_feature: {
    field: 'date',
    origin: 'now/d',
    pivot: `${weights.recency.halvesInDays}d`,
    boost: weights.recency.boost,
  },
};
