import { languages } from '../../languages/index.ts';
import { isUnspaced } from '../../languages/scripts.ts';
import { anyOf, type Clause } from '../search/clause.ts';
import { runClause } from '../search/runs.ts';

/** Terms that one `word*` stands for in one shard, at most. */
const MOST_TERMS = 1000;

/**
 * Words the last of which may go on. Where particles are written onto words (`بالمطار`, `בחיפה`) a word begins behind
 * them, too: there the index of forms, which has taken them off, is asked for the same letters.
 *
 * @param fields  with their weights, without subfields
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

/** Languages that write particles onto words, and their scripts. */
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
