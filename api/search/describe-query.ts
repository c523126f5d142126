import { isDense } from '../../languages/scripts.ts';
import { facetWords } from '../facets/words.ts';
import { interfaceIn } from '../messages/index.ts';
import type { SearchMessages } from '../messages/search-messages.ts';
import type { LeafNode, QueryNode } from '../query/tree.ts';
import { type Authorities, labelOf, languageName } from './authorities.ts';
import { describeDates } from './describe-dates.ts';
import type { Reader } from './result.ts';

/** A query in words: `about port without bridge`, and its restrictions, worded like filters. */
export interface DescribedQuery {
  /** One text, or none if the query only restricts. */
  readonly about: readonly string[];
  readonly limits: readonly string[];
}

export const describeQuery = (
  query: QueryNode | null,
  match: 'all' | 'any',
  { language, locale = language }: Pick<Reader, 'language' | 'locale'>,
  authorities: Authorities,
): DescribedQuery => {
  if (!query) return { about: [], limits: [] };
  const said: Said = { language, locale, words: interfaceIn(language).search, authorities };
  const { about, limits } = partQuery(query, match);
  return {
    about: about ? [said.words.about(describeWords(about, match, said))] : [],
    limits: limits.map((node) => describeNode(node, said)),
  };
};

/** The parts that must all match; those that do not concern the text are separate. */
const partQuery = (
  query: QueryNode,
  match: 'all' | 'any',
): { readonly about: QueryNode | null; readonly limits: readonly QueryNode[] } => {
  const allHold = query.kind === 'and' || (query.kind === 'sequence' && match === 'all');
  const parts = allHold ? query.operands : [query];
  const rest = parts.filter((part) => !isLimit(part));
  if (rest.every(({ kind }) => kind === 'not')) return { about: null, limits: parts };
  const [first = query, ...others] = rest;
  return {
    about: allHold && others.length > 0 ? { ...query, operands: rest } : first,
    limits: parts.filter(isLimit),
  };
};

/** Says nothing of the text: a filter, or filters of which any may match. */
const isLimit = (node: QueryNode): boolean => {
  if (node.kind === 'or') return node.operands.every(isLimit);
  return node.kind === 'name' || node.kind === 'lang' || node.kind === 'date';
};

interface Said {
  readonly language: string;
  readonly locale: string;
  readonly words: SearchMessages;
  readonly authorities: Authorities;
}

/** A single word needs no quotation marks, unless its script has no spaces and it may be several words. */
const describeWords = (query: QueryNode, match: 'all' | 'any', said: Said): string => {
  const text = describeNode(query, said);
  const several = query.kind === 'sequence' || (query.kind === 'word' && isDense(query.text));
  return match === 'any' && several ? said.words.query.any(text) : text;
};

const describeNode = (node: QueryNode, said: Said): string => {
  const { query } = said.words;
  const inner = (operand: QueryNode): string => {
    const text = describeNode(operand, said);
    return operand.kind === 'and' || operand.kind === 'or' ? `(${text})` : text;
  };
  switch (node.kind) {
    case 'sequence':
      return node.operands.map(inner).join(' ');
    case 'and':
      return node.operands.map(inner).join(` ${query.and} `);
    case 'or':
      return node.operands.map(inner).join(` ${query.or} `);
    case 'not':
      return query.not(inner(node.operand));
    case 'near':
      return query.near(
        node.operands.map((operand) => describeLeaf(operand, said)).join(', '),
        node.distance,
      );
    default:
      return describeLeaf(node, said);
  }
};

const describeLeaf = (leaf: LeafNode, { language, locale, words, authorities }: Said): string => {
  switch (leaf.kind) {
    case 'name':
      return facetWords(leaf.field, language).phrase(labelOf(leaf.field, leaf.value, language, authorities));
    case 'lang':
      return facetWords('lang', language).phrase(languageName(leaf.value, language));
    case 'date':
      return describeDates(leaf.from ?? undefined, leaf.to ?? undefined, locale, words)[0] ?? 'date';
    default: {
      const written = leaf.kind === 'phrase' && leaf.prefix ? `${leaf.text}*` : leaf.text;
      const text = leaf.kind === 'word' ? written : words.query[leaf.kind](written);
      return leaf.field ? words.query[leaf.field](text) : text;
    }
  }
};
