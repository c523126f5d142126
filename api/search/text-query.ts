import { isDense } from '../../languages/scripts.ts';
import { isSearchable } from '../query/characters.ts';
import { partName, type ScorePart } from './explain.ts';
import { queryLanguage } from './query-language.ts';
import { joinedClause, runClause, splitRuns } from './runs.ts';
import { weights } from './weights.ts';

export type QueryClause = Readonly<Record<string, unknown>>;

export interface TextQueryOptions {
  /** Whether all words must match, or most of them, with the best matches first. */
  readonly match: 'all' | 'any';
  /** Profile codes that the reader prefers; empty or absent if unknown. */
  readonly readerLanguages?: readonly string[];
  /** Other ways to write the query's words (`synonymsOf`), in addition to the words. */
  readonly expansions?: readonly Expansion[];
  /** Whether newer articles come first among equals; default true. */
  readonly recency?: boolean;
  /** Whether clauses have names, so that a score can be explained by its parts; costs time. */
  readonly explain?: boolean;
}

/** A part of the query and its synonyms: `UN` and `United Nations`. */
export interface Expansion {
  /** The whole query with that part replaced. */
  readonly query: string;
}

/**
 * Free words as one Elasticsearch query over every language's index; each index applies its own analyzers.
 *
 * @param text  words without operators, at most 10,000 characters
 */
export const buildTextQuery = (text: string, options: TextQueryOptions): QueryClause => {
  const name: Naming = options.explain ? (part, which) => ({ _name: partName(part, which) }) : () => ({});
  const expanded = (options.expansions ?? []).map(({ query }) => query);
  return {
    bool: {
      must: [matchAny([text, ...expanded], options.match, name)],
      should: [
        phrase(text, name),
        ...neighbours(text, name),
        ...bigrams(text, name),
        ...preferLanguages(options.readerLanguages ?? [], weights.readerLanguage, name('reader')),
        ...preferLanguages([queryLanguage(text) ?? []].flat(), weights.queryLanguage, name('query')),
        ...(options.recency === false ? [] : [recent(name)]),
      ],
    },
  };
};

type Naming = (part: ScorePart, which?: string) => { readonly _name?: string };

const matchAny = (
  [text = '', ...others]: readonly string[],
  match: TextQueryOptions['match'],
  name: Naming,
): QueryClause => {
  const words = matchWords(text, match, name);
  if (others.length === 0) return words;
  const expanded = others.map((query, at) => {
    const named = name('synonyms', String(at));
    return { bool: { must: [matchWords(query, match, () => ({}))], ...named } };
  });
  return { dis_max: { queries: [words, ...expanded] } };
};

/** Words as each language analyzes them; if all must match, runs of characters must match as written. */
const matchWords = (query: string, match: TextQueryOptions['match'], name: Naming): QueryClause => {
  const clauses = (words: string, operator: 'and' | 'or', which?: string): QueryClause[] => [
    { combined_fields: { query: words, fields: fieldsWith(''), operator, ...name('words', which) } },
    {
      combined_fields: {
        query: words,
        fields: fieldsWith('.exact'),
        operator,
        boost: weights.exact,
        ...name('printed', which),
      },
    },
  ];
  if (match === 'any') return oneOf(clauses(query, 'or'));
  const each = (words: string): QueryClause[] =>
    wordsIn(words).map((word, at) => oneOf(clauses(word, 'and', String(at))));
  const { runs, joined, others } = splitRuns(query);
  if (runs.length + joined.length === 0) return { bool: { must: each(query) } };
  return {
    bool: {
      filter: [
        ...runs.map((run) => runClause(run, textFields)),
        ...joined.map((word) => joinedClause(word, textFields)),
      ],
      must: each(others),
      // Their words only rank.
      should: clauses([...runs, ...joined].join(' '), 'or'),
    },
  };
};

/**
 * One clause per word: if a language drops a word as stop word, the text must contain it as printed. A single clause
 * would match texts without it.
 */
const wordsIn = (text: string): readonly string[] => text.split(/\s+/u).filter(isSearchable);

/**
 * Words as each language stems them, or words as printed. The second also matches queries of only
 * stop words, and makes a language's stop words common that are rare in other languages.
 */
const oneOf = (should: readonly QueryClause[]): QueryClause => ({
  bool: { should: [...should], minimum_should_match: 1 },
});

const textFields = Object.keys(weights.fields);

const fieldsWith = (suffix: string): string[] =>
  Object.entries(weights.fields).map(([name, weight]) => `${name}${suffix}^${weight}`);

const phrase = (query: string, name: Naming): QueryClause => ({
  dis_max: {
    ...name('phrase'),
    queries: [
      { match_phrase: { 'title.exact': { query, slop: 1, boost: weights.phrase.title } } },
      { match_phrase: { 'body.exact': { query, slop: 2, boost: weights.phrase.body } } },
    ],
  },
});

/** Adjacent words of the query that are near each other in the text. */
const neighbours = (query: string, name: Naming): QueryClause[] => {
  if (isDense(query)) return [];
  const words = query.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]{0,99}/gu) ?? [];
  return words.slice(0, mostPairs).flatMap((word, at) => {
    const next = words[at + 1];
    return next === undefined ? [] : [near(`${word} ${next}`, name('near', String(at)))];
  });
};

/** A long query is specific enough; pairs of all its words would cost more than they help. */
const mostPairs = 16;

const near = (query: string, named: { readonly _name?: string }): QueryClause => ({
  match_phrase: { body: { query, slop: weights.neighbours.slop, boost: weights.neighbours.boost, ...named } },
});

/** Only for indices with bigrams: scripts without spaces, and Vietnamese, recognized by its letters. */
const bigrams = (query: string, name: Naming): QueryClause[] =>
  isDense(query) || vietnamese.test(query)
    ? [
        {
          combined_fields: {
            query,
            fields: fieldsWith('.bigram'),
            boost: weights.bigram,
            ...name('pairs'),
          },
        },
      ]
    : [];

const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

const preferLanguages = (
  languages: readonly string[],
  boost: number,
  named: { readonly _name?: string },
): QueryClause[] =>
  languages.length === 0
    ? []
    : [{ constant_score: { filter: { terms: { language: [...languages] } }, boost, ...named } }];

/** Articles without a date lose only these points. */
const recent = (name: Naming): QueryClause => ({
  distance_feature: {
    ...name('recency'),
    field: 'date',
    origin: 'now/d',
    pivot: `${weights.recency.halvesInDays}d`,
    boost: weights.recency.boost,
  },
});
