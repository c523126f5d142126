import { languages } from '../../languages/index.ts';
import { isUnspaced } from '../../languages/scripts.ts';
import { anyOf, type Clause } from '../search/clause.ts';
import { runClause } from '../search/runs.ts';

/** Most terms that one `word*` expands to in a shard. */
const MOST_TERMS = 1000;

/**
 * Matches words of which the last is a prefix. In languages that attach particles to words (`بالمطار`, `בחיפה`), the
 * prefix also matches after a particle, by the subfield of forms, which has the particles removed.
 *
 * @param fields with their weights, without subfields
 */
export const beginningClause = (text: string, fields: readonly string[]): Clause => {
  const plain = fields.map((field) => field.replace(/\^.*/, ''));
  return anyOf([
    beginning(text, exactOf(fields)),
    ...(isUnspaced(text) ? [runClause(text, plain)] : []),
    ...(particleLetters.test(text) ? [behindParticles(text, fields)] : []),
  ]);
};

const exactOf = (fields: readonly string[]): readonly string[] =>
  fields.map((field) => field.replace(/^([a-z]+)/, '$1.exact'));

const beginning = (text: string, fields: readonly string[], analyzer?: string): Clause => ({
  multi_match: {
    query: text,
    type: 'phrase_prefix',
    fields: [...fields],
    max_expansions: MOST_TERMS,
    ...(analyzer ? { analyzer } : {}),
  },
});

/** Languages that attach particles to words, and their scripts. */
const withParticles = languages
  .filter(({ names, persons }) => (names?.prefixes ?? persons?.prefixes) !== undefined)
  .map(({ code }) => code);
const particleLetters = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const behindParticles = (text: string, fields: readonly string[]): Clause => ({
  bool: {
    filter: [{ terms: { language: withParticles } }],
    must: [beginning(text, fields, 'exact')],
  },
});
