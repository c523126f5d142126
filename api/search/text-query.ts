import type { LanguageProfile } from '../../languages/profile.ts';
import { weights } from './weights.ts';

export type QueryClause = Readonly<Record<string, unknown>>;

export interface TextQueryOptions {
  /** Every word, or most of them with the best first. */
  readonly match: 'all' | 'any';
  /** Codes of the languages searched; empty for all. */
  readonly languages?: readonly string[];
  /** Codes that the reader prefers, the dearest first; empty where nothing is known. */
  readonly readerLanguages?: readonly string[];
  readonly profiles?: readonly LanguageProfile[];
}

/**
 * Free words as one Elasticsearch query over every language's index: each index reads it by its own analyzers.
 *
 * @param text  words without operators, at most 10,000 characters
 */
export const buildTextQuery = (text: string, options: TextQueryOptions): QueryClause => ({
  bool: {
    must: [matchWords(text, options.match)],
    should: [phrase(text), ...bigrams(text)],
  },
});

const fieldsWith = (suffix: string): string[] =>
  Object.entries(weights.fields).map(([name, weight]) => `${name}${suffix}^${weight}`);

/** The second clause finds what the first cannot: queries of nothing but stop words. */
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

const phrase = (query: string): QueryClause => ({
  dis_max: {
    queries: [
      { match_phrase: { 'title.exact': { query, slop: 1, boost: weights.phrase.title } } },
      { match_phrase: { 'body.exact': { query, slop: 2, boost: weights.phrase.body } } },
    ],
  },
});

/** Only where characters are written without spaces. */
const bigrams = (query: string): QueryClause[] =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(query)
    ? [{ multi_match: { query, fields: ['title.bigram^2', 'body.bigram'], boost: weights.bigram } }]
    : [];
