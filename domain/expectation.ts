/** What was expected at a position of a query, in English; `{}` is replaced by the value. */
export const expectations = {
  'closing-quote': 'a closing quotation mark',
  'opening-parenthesis': 'an opening parenthesis before it',
  'closing-parenthesis': 'a closing parenthesis',
  word: 'a word',
  'word-after': 'a word after {}',
  'word-before': 'a word before {}',
  'word-between': 'a word between parentheses',
  'near-same': '{}, the same distance in one chain',
  'near-operands': 'NEAR between words or phrases of one field',
  'near-distance': 'a distance, as in NEAR/5',
  'near-range': 'a distance from 1 to {}',
  depth: 'at most {} groups within one another',
  'no-field': 'words; {}:( … ) holds no other field',
  'name-after': 'a name or an id after {}, several words in quotes',
  'language-after': 'a language such as zh or zh-Hant after lang:',
  'date-after': 'a day, month, year or range such as 2019-12..2020-01 after date:',
  length: 'a query of at most {} characters',
  clauses: 'at most {} words and fields',
  names: 'at most {} names of people',
  prefixes: 'at most {} words with *',
  'word-length': 'a word of at most {} characters',
  'prefix-letters': 'at least {} letters before *',
  'star-at-end': '* only at the end of a word',
  'star-ends-phrase': '* only at the end of the last word of a phrase',
  'one-star': 'one * only',
  fields: 'one of the fields {}',
  cost: 'a query of fewer or longer words',
} as const;

export type ExpectationKind = keyof typeof expectations;

export interface Expectation {
  readonly kind: ExpectationKind;
  readonly value: string;
}

export const expected = (kind: ExpectationKind, value: string | number = ''): Expectation => ({
  kind,
  value: String(value),
});

/** An expectation in the words of a language, English by default. */
export const sayExpectation = (
  { kind, value }: Expectation,
  words: Readonly<Record<ExpectationKind, string>> = expectations,
): string => words[kind].replace('{}', () => value);
