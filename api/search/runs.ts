import { languages } from '../../languages/index.ts';
import { isKana, kanaSpellings } from '../../languages/kana.ts';
import { holdsNumeral, isDense, isFormless, scriptOf } from '../../languages/scripts.ts';

/** Separators of runs: white space and punctuation, but not the dots and hyphens inside names. */
const between = /[\s、。，,；;：:！!？?（）()「」『』《》〈〉【】［］[\]"“”…/／|]+/u;

type RunClause = Readonly<Record<string, unknown>>;

/** A query's words: runs of characters without spaces, words joined by hyphens, and all others. */
export interface SplitQuery {
  readonly runs: readonly string[];
  readonly joined: readonly string[];
  readonly others: string;
}

export const splitRuns = (query: string): SplitQuery => {
  const pieces = query.split(between).filter((piece) => piece !== '');
  const spaced = pieces.filter((piece) => !isDense(piece));
  return {
    runs: pieces.filter(isDense),
    joined: spaced.filter((piece) => joint.test(piece)),
    others: spaced.filter((piece) => !joint.test(piece)).join(' '),
  };
};

/** Hyphens, and the Persian zero-width non-joiner. */
const joint = /(?<=[\p{L}\p{N}\p{M}])[-\u2010\u2011\u2013\u200c](?=[\p{L}\p{N}])/u;
const joints = new RegExp(joint, 'gu');

/** `cease-fire` matches one word or two adjacent ones; `G-7` does not match a text with a g and a 7. */
export const joinedClause = (word: string, fields: readonly string[]): RunClause => {
  const [parts, whole] = [word.replace(joints, ' '), word.replace(joints, '')];
  return oneOf(
    ['', '.exact'].flatMap((suffix) => [phrase(parts, fields, suffix), phrase(whole, fields, suffix)]),
  );
};

const oneOf = (should: readonly RunClause[]): RunClause => ({ bool: { should, minimum_should_match: 1 } });

/**
 * A run of characters, which must be contiguous in a text. Bigrams find it anywhere, words of the
 * dictionary find its other forms (Japanese verbs, Korean particles). A run of many words is a sentence: if a text
 * does not contain it as a whole, it must contain each of its words.
 *
 * @param run  characters without white space between them
 * @param fields  names of text fields, without subfields
 */
export const runClause = (run: string, fields: readonly string[]): RunClause => {
  const words = wordsOf(run);
  const together = standing(run, fields);
  if (words.length <= mostJoined) return together;
  const telling = words.filter((word) => [...word].length > 1);
  const each = [...new Set(telling.length > 0 ? telling : words)].map((word) => standing(word, fields));
  return oneOf([together, { bool: { must: each } }]);
};

/** Terms such as 世界气候大会 have three words; a run of more is rarely one term. */
const mostJoined = 3;

/** A single character is in no bigram, two Thai ones are in no trigram. */
const standing = (run: string, fields: readonly string[]): RunClause => {
  const by = (suffix: string): RunClause => phrase(run, fields, suffix);
  if (isShort(run)) return oneOf([by(''), by('.exact')]);
  // Numerals become digits, which form no bigrams with the character beside them: 十人, 10人.
  if (!isFormless(run) || holdsNumeral(run))
    return oneOf([by(''), by('.bigram'), ...inOtherKana(run, fields)]);
  // In languages without inflection, a dictionary would only drop function words, and so match different runs.
  // Texts in other languages have no bigrams of these characters, only single characters.
  return oneOf([by('.bigram'), { bool: { must: [by('')], must_not: [{ terms: { language: paired } }] } }]);
};

/**
 * A run in the other kana: りんご and リンゴ are one fruit. A run of only kana must be a word of the dictionary, because
 * as characters エル is also the end of 考える.
 */
const inOtherKana = (run: string, fields: readonly string[]): readonly RunClause[] =>
  kanaSpellings(run).map((spelling) => phrase(spelling, fields, isKana(run) ? '' : '.bigram'));

/** Languages whose indices have bigrams of characters; in Latin letters the bigrams are of syllables. */
const paired = languages
  .filter(({ scripts, analysis }) => analysis.bigram && !scripts.includes('Latn'))
  .map(({ code }) => code);

export const isShort = (run: string): boolean => [...run].length <= (scriptOf(run) === 'Thai' ? 2 : 1);

const phrase = (query: string, fields: readonly string[], suffix: string): RunClause => ({
  multi_match: { query, type: 'phrase', fields: fields.map((field) => `${field}${suffix}`) },
});

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (run: string): string[] =>
  [...segmenter.segment(run.slice(0, longestRun))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);

/** A longer query is a pasted text. */
const longestRun = 200;
