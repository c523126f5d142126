import { isDense, letterClasses } from '../../languages/scripts.ts';
import { dateClause } from '../search/date-clause.ts';
import { anyOf, type Clause, languageClause } from '../search/filters.ts';
import { runClause } from '../search/runs.ts';
import { namesClause } from '../search/unrecorded-ids.ts';
import { weights } from '../search/weights.ts';
import { beginningClause } from './beginnings.ts';
import { nameRuns, type PersonOf } from './name-runs.ts';
import type {
  ExactNode,
  GroupNode,
  NameNode,
  NearNode,
  NearOperand,
  PhraseNode,
  PrefixNode,
  QueryNode,
  TextField,
  WordNode,
} from './tree.ts';

export interface Translation {
  /** Whether all adjacent words must match, or any of them. */
  readonly match: 'all' | 'any';
  /** Ids that a name in the query refers to; empty if the name is unknown. */
  readonly idsOf: (node: NameNode) => readonly string[];
  /** Free words as one clause. */
  readonly wordsClause: (text: string, match: 'all' | 'any') => Clause;
  /** The id of the one person whom these words name, for articles in other languages. */
  readonly personOf: PersonOf;
  /** Replaces the words of a field, phrases and NEAR by other conditions, for instance translations. */
  readonly textLeaf?: (node: WordNode | PhraseNode | NearNode) => Clause;
}

/** Translates a tree to an Elasticsearch query. Pure: `reading` resolves all names and spans of words. */
export const translateQuery = (node: QueryNode, reading: Translation): Clause => {
  switch (node.kind) {
    case 'word':
      if (!node.field) return withPerson(node.text, reading);
      return reading.textLeaf?.(node) ?? fieldWords(node.text, node.field);
    case 'phrase':
      return widened(reading.textLeaf?.(node) ?? phraseClause(node), node, reading);
    case 'exact':
      return exactClause(node);
    case 'prefix':
      return prefixClause(node);
    case 'near':
      return reading.textLeaf?.(node) ?? nearClause(node);
    case 'name':
      return namesClause(node.field, reading.idsOf(node));
    case 'lang':
      return languageClause(node.value);
    case 'date':
      return dateClause(node.from, node.to) ?? { match_all: {} };
    case 'not':
      return { bool: { must_not: [translateQuery(node.operand, reading)] } };
    case 'or':
      return anyOf(node.operands.map((operand) => translateQuery(operand, reading)));
    case 'and':
      return { bool: { must: node.operands.map((operand) => translateQuery(operand, reading)) } };
    case 'sequence':
      return sequenceClause(node, reading);
  }
};

/** Adjacent free words are one text in the query, so that their order and proximity affect the score. */
const sequenceClause = (node: GroupNode, reading: Translation): Clause => {
  const words = node.operands.filter(isFreeWord).map(({ text }) => text);
  const others = node.operands.filter((operand) => !isFreeWord(operand));
  const free = words.length > 0 ? [wordsWithPeople(words, reading)] : [];
  const translate = (operand: QueryNode): Clause => translateQuery(operand, reading);
  if (reading.match === 'all') return { bool: { must: [...free, ...others.map(translate)] } };
  // Exclusions and filters apply even if any word may match.
  const firm = others.filter(isFirm).map(translate);
  const loose = [...free, ...others.filter((operand) => !isFirm(operand)).map(translate)];
  return { bool: { must: [...firm, ...(loose.length > 0 ? [anyOf(loose)] : [])] } };
};

const isFreeWord = (node: QueryNode): node is WordNode => node.kind === 'word' && node.field === null;

const isFirm = ({ kind }: QueryNode): boolean => ['not', 'name', 'lang', 'date'].includes(kind);

/**
 * Words that name a person also find articles about the person in other languages: `Lavrov visit` becomes `(Lavrov OR
 * the person) visit`.
 */
const wordsWithPeople = (words: readonly string[], reading: Translation): Clause => {
  const runs = nameRuns(words, reading.personOf);
  const text = reading.wordsClause(words.join(' '), reading.match);
  if (runs.length === 0) return text;
  const left = words.filter((_, index) => !runs.some(({ from, to }) => index >= from && index < to));
  const people = runs.map(({ id }): Clause => ({ term: { people: { value: id, boost: PERSON_BOOST } } }));
  const rest = left.length > 0 ? [reading.wordsClause(left.join(' '), reading.match)] : [];
  if (reading.match === 'any') return anyOf([text, ...people]);
  return anyOf([text, { bool: { must: [...people, ...rest] } }]);
};

/** Weight of a match by person, relative to the score of the words. */
const PERSON_BOOST = 2;
const withPerson = (text: string, reading: Translation): Clause => wordsWithPeople([text], reading);

const widened = (clause: Clause, node: PhraseNode, reading: Translation): Clause => {
  const id = node.field || node.prefix ? null : reading.personOf(node.text);
  return id === null ? clause : anyOf([clause, { term: { people: { value: id, boost: PERSON_BOOST } } }]);
};

const fieldWords = (text: string, field: TextField): Clause =>
  isDense(text)
    ? runClause(text, [field])
    : { multi_match: { query: text, fields: [field, `${field}.exact`], operator: 'and' } };

/** `lead` repeats the body. */
const fieldsOf = (field: TextField | null): readonly string[] =>
  field ? [field] : [`title^${weights.fields.title}`, 'body', 'credits'];

const suffixed = (fields: readonly string[], suffix: string): string[] =>
  fields.map((field) => field.replace(/^([a-z]+)/, `$1${suffix}`));

/** Pairs of characters match Chinese text however a dictionary segments it. */
const phraseClause = ({ text, field, prefix }: PhraseNode): Clause => {
  if (prefix) return beginningClause(text, fieldsOf(field));
  const suffix = isDensePhrase(text) ? '.bigram' : '.exact';
  const clause = (ending: string): Clause => ({
    multi_match: { query: text, type: 'phrase', fields: suffixed(fieldsOf(field), ending) },
  });
  return suffix === '.exact' ? clause('.exact') : anyOf([clause('.exact'), clause('.bigram')]);
};

const isDensePhrase = (text: string): boolean => densePair.test(text);

const densePair = new RegExp(`[${letterClasses.dense}]{2}`, 'u');

const exactClause = ({ text, field }: ExactNode): Clause => ({
  multi_match: { query: text, type: 'phrase', fields: suffixed(fieldsOf(field), '.exact') },
});

const prefixClause = ({ text, field }: PrefixNode): Clause => beginningClause(text, fieldsOf(field));

const nearClause = ({ distance, operands }: NearNode): Clause => {
  const fields: readonly string[] = operands[0]?.field ? [operands[0].field] : ['title', 'body'];
  return anyOf(
    fields.map((field) => ({
      intervals: {
        [`${field}.exact`]: {
          all_of: {
            ordered: false,
            max_gaps: distance * (operands.length - 1),
            intervals: operands.map(intervalOf),
          },
        },
      },
    })),
  );
};

const intervalOf = (operand: NearOperand): Clause => {
  if (operand.kind !== 'phrase' || !operand.prefix) return wordsInterval(operand.text);
  const words = operand.text.split(' ');
  const last: Clause = { prefix: { prefix: words.at(-1) } };
  if (words.length === 1) return last;
  const before = wordsInterval(words.slice(0, -1).join(' '));
  return { all_of: { ordered: true, max_gaps: 0, intervals: [before, last] } };
};

const wordsInterval = (text: string): Clause => ({ match: { query: text, ordered: true, max_gaps: 0 } });
