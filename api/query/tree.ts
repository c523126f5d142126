import type { NameFacetName } from '../facets/index.ts';

/** A parsed query. Printing a tree and parsing it again gives the same tree. */

export type TextField = 'title' | 'body';
export type NameField = NameFacetName;

/** Position in the query, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface WordNode {
  readonly kind: 'word';
  readonly text: string;
  readonly field: TextField | null;
  readonly span: Span;
}

export interface PhraseNode {
  readonly kind: 'phrase';
  readonly text: string;
  /** Whether its last word is a prefix: `"interest rat*"`. */
  readonly prefix: boolean;
  readonly field: TextField | null;
  readonly span: Span;
}

/** One word exactly as written, without stemming. */
export interface ExactNode {
  readonly kind: 'exact';
  readonly text: string;
  readonly field: TextField | null;
  readonly span: Span;
}

export interface PrefixNode {
  readonly kind: 'prefix';
  /** Without the asterisk. */
  readonly text: string;
  readonly field: TextField | null;
  readonly span: Span;
}

export type NearOperand = WordNode | PhraseNode | ExactNode;

export interface NearNode {
  readonly kind: 'near';
  /** The most words between. */
  readonly distance: number;
  /** Two or more, all of one field. */
  readonly operands: readonly NearOperand[];
  readonly span: Span;
}

export interface NameNode {
  readonly kind: 'name';
  readonly field: NameField;
  /** An id or a name. */
  readonly value: string;
  readonly span: Span;
}

export interface LanguageNode {
  readonly kind: 'lang';
  /** `zh`, `zh-Hant`. */
  readonly value: string;
  readonly span: Span;
}

export interface DateNode {
  readonly kind: 'date';
  /** As written: a day, month or year; null for an open end, never both. */
  readonly from: string | null;
  readonly to: string | null;
  readonly span: Span;
}

export interface NotNode {
  readonly kind: 'not';
  readonly operand: QueryNode;
}

/** `sequence` is words side by side: all must match, or any, as `match` says. */
export interface GroupNode {
  readonly kind: 'and' | 'or' | 'sequence';
  /** Two or more. */
  readonly operands: readonly QueryNode[];
}

export type LeafNode = WordNode | PhraseNode | ExactNode | PrefixNode | NameNode | LanguageNode | DateNode;
export type QueryNode = LeafNode | NearNode | NotNode | GroupNode;

const isLeaf = (node: QueryNode): node is LeafNode =>
  node.kind !== 'near' && node.kind !== 'not' && !isGroup(node);

export const isGroup = (node: QueryNode): node is GroupNode =>
  node.kind === 'and' || node.kind === 'or' || node.kind === 'sequence';

/** Every leaf, those of NEAR included, in the order of the query. */
export function* leavesOf(node: QueryNode): Generator<LeafNode> {
  if (isLeaf(node)) yield node;
  else if (node.kind === 'not') yield* leavesOf(node.operand);
  else for (const operand of node.operands) yield* leavesOf(operand);
}
