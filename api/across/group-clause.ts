import { isUnspaced } from '../../languages/scripts.ts';
import type { TextField } from '../query/tree.ts';
import { anyOf, type Clause } from '../search/filters.ts';
import { weights } from '../search/weights.ts';
import type { Rendering } from './rendering.ts';

/**
 * The alternatives of one query word as one clause that scores like one term: the best alternative counts, weighed
 * as if it were as rare as all of them together. Without that, a stray rare translation would outweigh the usual one.
 *
 * @param alternatives  one or more
 * @param field  null for title, lead, body and credits together
 */
export const groupClause = (alternatives: readonly Rendering[], field: TextField | null): Clause => {
  const together = rarityOf(alternatives);
  const queries = alternatives.map(({ text, weight, zipf }) =>
    alternativeClause(text, field, (emphasis(weight) * together) / rarity(shareOf(zipf))),
  );
  const [only] = queries;
  return queries.length === 1 && only ? only : { dis_max: { queries } };
};

/** As an inverse document frequency, 0.05 to 10: alternatives are as rare as all of them together. */
export const rarityOf = (alternatives: readonly Rendering[]): number =>
  rarity(alternatives.reduce((share, { zipf, weight }) => share + weight * shareOf(zipf), 0));

/** Half-way between "all alternatives are alike" and their weights as they are; fitted by `evaluate -- across`. */
const emphasis = (weight: number): number => Math.sqrt(weight);

const shareOf = (zipf: number): number => 10 ** (zipf - 9);

/** Words that an article has, for the share of articles that hold a word. */
const wordsPerArticle = 150;

/** An inverse document frequency, as a language's word list has it. */
const rarity = (share: number): number => {
  const holding = 1 - Math.exp(-wordsPerArticle * share);
  return 0.05 - Math.log(Math.max(holding, 1e-4));
};

const alternativeClause = (text: string, field: TextField | null, boost: number): Clause => {
  if (isUnspaced(text)) return unspacedClause(text, field, boost);
  if (/[\s\p{Pd}]/u.test(text)) return phraseClause(text, field, boost, '');
  return field
    ? { match: { [field]: { query: text, operator: 'and', boost } } }
    : { combined_fields: { query: text, fields: fieldsWith(''), operator: 'and', boost } };
};

/** Without spaces a word is a phrase, however a dictionary cuts it; one character is asked for as it is printed. */
const unspacedClause = (text: string, field: TextField | null, boost: number): Clause =>
  [...text].length === 1
    ? phraseClause(text, field, boost / 2, '.exact')
    : anyOf([phraseClause(text, field, boost / 2, ''), phraseClause(text, field, boost / 2, '.bigram')]);

const phraseClause = (text: string, field: TextField | null, boost: number, suffix: string): Clause => ({
  multi_match: {
    query: text,
    type: 'phrase',
    slop: suffix === '' ? 1 : 0,
    fields: field ? [`${field}${suffix}`] : fieldsWith(suffix),
    boost,
  },
});

const fieldsWith = (suffix: string): string[] =>
  Object.entries(weights.fields).map(([name, weight]) => `${name}${suffix}^${weight}`);
