import { isUnspaced } from '../../languages/scripts.ts';
import type { Translation } from '../query/translate.ts';
import type { NearNode, PhraseNode, TextField, WordNode } from '../query/tree.ts';
import { anyOf, type Clause } from '../search/filters.ts';
import { groupClause } from './group-clause.ts';
import type { Rendering } from './renderings.ts';
import type { Unit } from './units.ts';

/** How the words of a query are read in one target language. */
export interface AcrossReading {
  readonly language: string;
  /** The units of a stretch of the query, limited. */
  readonly unitsOf: (text: string) => readonly Unit[];
}

const nothing: Clause = { match_none: {} };

/**
 * A query's reading in another language: the same structure, its words replaced by groups of translations. Exact
 * words, prefixes, names, languages and dates stay as they are.
 */
export const readAcross = (plain: Translation, across: AcrossReading): Translation => ({
  ...plain,
  wordsClause: (text, match) => wordsIn(across, text, match, null),
  textLeaf: (node) => leafIn(node, across),
});

const wordsIn = (
  across: AcrossReading,
  text: string,
  match: 'all' | 'any',
  field: TextField | null,
): Clause => {
  const groups = across.unitsOf(text).map((unit) => unitClause(unit, across.language, field));
  const [only] = groups;
  if (groups.length === 0 || !only) return nothing;
  if (groups.length === 1) return only;
  return match === 'all' ? { bool: { must: groups } } : { bool: { should: groups, minimum_should_match: 1 } };
};

/** A phrase's own renderings, or renderings of all its words: the better of the two counts. */
const unitClause = (unit: Unit, language: string, field: TextField | null): Clause => {
  const whole = groupClause(alternativesOf(unit, language), field);
  const parts = (unit.parts ?? []).map((part) => groupClause(alternativesOf(part, language), field));
  return parts.length === 0 ? whole : { dis_max: { queries: [whole, { bool: { must: parts } }] } };
};

/** What a translated name weighs when it is printed as the query has it. */
const asWritten = { weight: 0.5, zipf: 1.3, gloss: '' } as const;
const latin = /\p{Script=Latin}/u;

/**
 * The renderings of a unit. A word without any is searched as it is written; so is, beside its renderings, what may be
 * a name, where both languages share a script.
 */
export const alternativesOf = ({ text, renderings }: Unit, language: string): readonly Rendering[] => {
  if (renderings.length === 0) return [{ ...asWritten, text, weight: 1 }];
  const mayBeName = /^\p{Lu}/u.test(text) && latin.test(text) && latin.test(renderings[0]?.text ?? '');
  const known = renderings.some((rendering) => rendering.text.toLowerCase() === text.toLowerCase());
  return mayBeName && !known && language !== '' ? [...renderings, { ...asWritten, text }] : renderings;
};

const leafIn = (node: WordNode | PhraseNode | NearNode, across: AcrossReading): Clause => {
  if (node.kind === 'word') return wordsIn(across, node.text, 'all', node.field);
  if (node.kind === 'phrase') return phraseIn(node, across);
  return nearIn(node, across);
};

/** A phrase that is an entry is its renderings; any other is its words' renderings close to each other, in any order. */
const phraseIn = ({ text, field }: PhraseNode, across: AcrossReading): Clause => {
  const units = across.unitsOf(text);
  const [only] = units;
  if (!only) return nothing;
  if (units.length === 1) return onePhrase(only, across.language, field);
  return closeTogether(
    units.map((unit) => alternativesOf(unit, across.language)),
    field,
    units.length,
  );
};

/** An entry is its renderings, or its words' renderings close together. */
const onePhrase = (unit: Unit, language: string, field: TextField | null): Clause => {
  const whole = groupClause(alternativesOf(unit, language), field);
  const parts = (unit.parts ?? []).map((part) => alternativesOf(part, language));
  return parts.length === 0 ? whole : anyOf([whole, closeTogether(parts, field, parts.length)]);
};

const nearIn = ({ operands, distance }: NearNode, across: AcrossReading): Clause => {
  const groups = operands.map((operand) =>
    operand.kind === 'exact'
      ? [{ ...asWritten, text: operand.text }]
      : across.unitsOf(operand.text).flatMap((unit) => alternativesOf(unit, across.language)),
  );
  if (groups.some((group) => group.length === 0)) return nothing;
  return closeTogether(groups, operands[0]?.field ?? null, distance * (operands.length - 1));
};

/** Other languages put small words between, and turn adjective and noun round. */
const closeTogether = (
  groups: readonly (readonly Rendering[])[],
  field: TextField | null,
  gaps: number,
): Clause =>
  anyOf(
    (field ? [field] : ['title', 'body']).map((name) => ({
      intervals: {
        [name]: {
          all_of: {
            ordered: false,
            max_gaps: gaps,
            intervals: groups.map((group) => ({
              any_of: { intervals: group.map(({ text }) => intervalOf(text)) },
            })),
          },
        },
      },
    })),
  );

const intervalOf = (text: string) => ({
  match: { query: text, ordered: true, max_gaps: isUnspaced(text) ? 0 : 1 },
});
