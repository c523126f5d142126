import { isUnspaced } from '../../languages/scripts.ts';
import type { Translation } from '../query/translate.ts';
import type { NearNode, PhraseNode, TextField, WordNode } from '../query/tree.ts';
import { anyOf, type Clause } from '../search/filters.ts';
import { groupClause } from './group-clause.ts';
import type { SearchedUnit } from './limits.ts';
import type { Rendering } from './rendering.ts';
import { asWritten } from './renderings.ts';

/** How the words of a query are read in one target language. */
export interface AcrossReading {
  readonly language: string;
  /** The units of a stretch of the query, limited. */
  readonly unitsOf: (text: string) => readonly SearchedUnit[];
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
  const units = across.unitsOf(text);
  const searched = units.filter(isSearched);
  // A required word that the limits left out cannot be found.
  if (match === 'all' && searched.length < units.length) return nothing;
  // A word that stands twice is asked for once: somebody who repeats one fifty times waits for fifty otherwise.
  const groups = [...new Map(searched.map((unit) => [unit.text, unit])).values()].map((unit) =>
    unitClause(unit, field),
  );
  const [only] = groups;
  if (!only) return nothing;
  if (groups.length === 1) return only;
  return {
    bool: {
      must: match === 'all' ? groups : [anyOf(groups)],
      should: neighbours(searched, field, match),
    },
  };
};

/**
 * Senses that belong together stand together: what is olive oil is seldom near a price. Neighbours of the query count
 * more where their translations stand close to each other.
 */
const neighbours = (
  units: readonly SearchedUnit[],
  field: TextField | null,
  match: 'all' | 'any',
): readonly Clause[] => {
  const boost = match === 'all' && units.length <= short.units ? short.boost : beside.boost;
  return units.slice(0, beside.mostPairs).flatMap((unit, at) => {
    const next = units[at + 1];
    if (!next) return [];
    const pair = [unit, next].map(({ alternatives }) => alternatives.slice(0, beside.most));
    return [closeTogether(pair, field ?? 'body', beside.gaps, boost)];
  });
};

/** Alternatives of each, words between, and points; fitted by `evaluate -- across` on half of the paragraphs. */
const beside = { mostPairs: 8, most: 4, gaps: 8, boost: 1.5 } as const;

/**
 * Few words that all have to be there are one term more often than not (gold price): articles that only hold them
 * somewhere come behind. Chosen on seven newsroom queries (docs/figures/across.md).
 */
const short = { units: 3, boost: 12 } as const;

/** A phrase's own renderings, or renderings of all its words: the better of the two counts. */
const unitClause = ({ alternatives, parts: words }: SearchedUnit, field: TextField | null): Clause => {
  const whole = groupClause(alternatives, field);
  const parts = words.map((word) => groupClause(word.alternatives, field));
  return parts.length === 0 ? whole : { dis_max: { queries: [whole, { bool: { must: parts } }] } };
};

const isSearched = ({ alternatives }: SearchedUnit): boolean => alternatives.length > 0;

const leafIn = (node: WordNode | PhraseNode | NearNode, across: AcrossReading): Clause => {
  if (node.kind === 'word') return wordsIn(across, node.text, 'all', node.field);
  if (node.kind === 'phrase') return phraseIn(node, across);
  return nearIn(node, across);
};

/** A phrase that is an entry is its renderings; any other is its words' renderings close to each other, in any order. */
const phraseIn = ({ text, field }: PhraseNode, across: AcrossReading): Clause => {
  const units = across.unitsOf(text);
  const [only] = units;
  if (!only || !units.every(isSearched)) return nothing;
  if (units.length === 1) return onePhrase(only, field);
  return closeTogether(
    units.map(({ alternatives }) => alternatives),
    field,
    units.length,
  );
};

/** An entry is its renderings, or its words' renderings close together. */
const onePhrase = ({ alternatives, parts }: SearchedUnit, field: TextField | null): Clause => {
  const whole = groupClause(alternatives, field);
  const words = parts.map((part) => part.alternatives);
  return words.length === 0 ? whole : anyOf([whole, closeTogether(words, field, words.length)]);
};

const nearIn = ({ operands, distance }: NearNode, across: AcrossReading): Clause => {
  const groups = operands.map((operand) =>
    operand.kind === 'exact'
      ? [{ ...asWritten, text: operand.text }]
      : across.unitsOf(operand.text).flatMap(({ alternatives }) => alternatives),
  );
  if (groups.some((group) => group.length === 0)) return nothing;
  return closeTogether(groups, operands[0]?.field ?? null, distance * (operands.length - 1));
};

/** Other languages put small words between, and turn adjective and noun round. */
const closeTogether = (
  groups: readonly (readonly Rendering[])[],
  field: TextField | null,
  gaps: number,
  boost = 1,
): Clause =>
  anyOf(
    (field ? [field] : ['title', 'body']).map((name) => ({
      intervals: {
        [name]: {
          boost,
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
