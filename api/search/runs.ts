import { languages } from '../../languages/index.ts';
import { isKana, kanaSpellings } from '../../languages/kana.ts';
import { holdsNumeral, isDense, isFormless, scriptOf } from '../../languages/scripts.ts';

/** What parts runs: white space and punctuation, but not the dots and hyphens inside names. */
const between = /[\s、。，,；;：:！!？?（）()「」『』《》〈〉【】［］[\]"“”…/／|]+/u;

type RunClause = Readonly<Record<string, unknown>>;

/** A query's words: runs of signs that are written together, words joined by hyphens, and all else. */
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

/** Hyphens, and the Persian sign that joins and parts. */
const joint = /(?<=[\p{L}\p{N}\p{M}])[-\u2010\u2011\u2013\u200c](?=[\p{L}\p{N}])/u;
const joints = new RegExp(joint, 'gu');

/** `cease-fire` stands as one word or as two side by side; `G-7` is no text with a g and a 7. */
export const joinedClause = (word: string, fields: readonly string[]): RunClause => {
  const [parts, whole] = [word.replace(joints, ' '), word.replace(joints, '')];
  return oneOf(
    ['', '.exact'].flatMap((suffix) => [phrase(parts, fields, suffix), phrase(whole, fields, suffix)]),
  );
};

const oneOf = (should: readonly RunClause[]): RunClause => ({ bool: { should, minimum_should_match: 1 } });

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
  return oneOf([together, { bool: { must: each } }]);
};

/** Terms such as 世界气候大会 have three words; a run of more is rarely one term. */
const mostJoined = 3;

/** A sign by itself stands in no pair, two Thai ones in no group of three. */
const standing = (run: string, fields: readonly string[]): RunClause => {
  const by = (suffix: string): RunClause => phrase(run, fields, suffix);
  if (isShort(run)) return oneOf([by(''), by('.exact')]);
  // Numerals become digits, beside which a sign stands in no pair: 十人, 10人.
  if (!isFormless(run) || holdsNumeral(run))
    return oneOf([by(''), by('.bigram'), ...inOtherKana(run, fields)]);
  // Where words have no forms, a dictionary adds only what it leaves out: small words, without which a run is another.
  // Texts of other languages have no pairs of these characters: there they stand one by one.
  return oneOf([by('.bigram'), { bool: { must: [by('')], must_not: [{ terms: { language: paired } }] } }]);
};

/**
 * A run in the other kana: りんご and リンゴ are one fruit. Of kana alone it has to be a word of the dictionary: as signs
 * that stand anywhere, エル is the end of 考える, too.
 */
const inOtherKana = (run: string, fields: readonly string[]): readonly RunClause[] =>
  kanaSpellings(run).map((spelling) => phrase(spelling, fields, isKana(run) ? '' : '.bigram'));

/** Languages whose indices hold pairs of characters; in Latin letters the pairs are of syllables. */
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

/** Beyond this a query is a pasted text. */
const longestRun = 200;
