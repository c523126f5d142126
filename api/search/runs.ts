import { isDense } from '../../languages/scripts.ts';

/** What parts runs: white space and punctuation, but not the dots and hyphens inside names. */
const between = /[\s、。，,；;：:！!？?（）()「」『』《》〈〉【】［］[\]"“”…/／|]+/u;

type RunClause = Readonly<Record<string, unknown>>;

/** A query's words: runs of signs that are written together, and all else. */
export interface SplitQuery {
  readonly runs: readonly string[];
  readonly others: string;
}

export const splitRuns = (query: string): SplitQuery => {
  const pieces = query.split(between).filter((piece) => piece !== '');
  return {
    runs: pieces.filter((piece) => isDense(piece)),
    others: pieces.filter((piece) => !isDense(piece)).join(' '),
  };
};

/**
 * A run of signs as it has to stand in a text: together. Pairs of signs find it wherever it stands, words of the
 * dictionary find other forms of it (Japanese verbs, Korean particles). A run of many words is a sentence: where it
 * does not stand as a whole, each of its words must.
 *
 * @param run  signs without white space between them
 * @param fields  names of text fields, without subfields
 */
export const runClause = (run: string, fields: readonly string[]): RunClause => {
  const words = wordsOf(run);
  const together = standing(run, fields);
  if (words.length <= mostJoined) return together;
  const telling = words.filter((word) => [...word].length > 1);
  const each = (telling.length > 0 ? telling : words).map((word) => standing(word, fields));
  return { bool: { should: [together, { bool: { must: each } }], minimum_should_match: 1 } };
};

/** Terms such as 世界气候大会 have three words; a run of more is rarely one term. */
const mostJoined = 3;

/** A sign by itself stands in no pair. */
const standing = (run: string, fields: readonly string[]): RunClause => ({
  bool: {
    should: (isOneSign(run) ? ['', '.exact'] : ['', '.bigram']).map((suffix) => phrase(run, fields, suffix)),
    minimum_should_match: 1,
  },
});

const phrase = (query: string, fields: readonly string[], suffix: string): RunClause => ({
  multi_match: { query, type: 'phrase', fields: fields.map((field) => `${field}${suffix}`) },
});

export const isOneSign = (run: string): boolean => [...run].length === 1;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (run: string): string[] =>
  [...segmenter.segment(run.slice(0, longestRun))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);

/** Beyond this a query is a pasted text. */
const longestRun = 200;
