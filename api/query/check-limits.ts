import { expected } from '../../domain/expectation.ts';
import { queryLimits } from './limits.ts';
import { QueryProblem } from './problem.ts';
import { type LeafNode, leavesOf, type QueryNode } from './tree.ts';

export const checkLimits = {
  length: (query: string): void => {
    if (query.length > queryLimits.length)
      throw new QueryProblem(
        queryLimits.length,
        query.slice(queryLimits.length),
        expected('length', queryLimits.length),
      );
  },

  clauses: (tree: QueryNode, query: string): void => {
    const leaves = [...leavesOf(tree)];
    const surplus = leaves[queryLimits.clauses];
    if (surplus)
      throw new QueryProblem(
        surplus.span.start,
        query.slice(surplus.span.start, surplus.span.end),
        expected('clauses', queryLimits.clauses),
      );
    const prefix = leaves.filter(isPrefix)[queryLimits.prefixes];
    if (prefix)
      throw new QueryProblem(
        prefix.span.start,
        query.slice(prefix.span.start, prefix.span.end),
        expected('prefixes', queryLimits.prefixes),
      );
  },
};

const isPrefix = (leaf: LeafNode): boolean =>
  leaf.kind === 'prefix' || (leaf.kind === 'phrase' && leaf.prefix);
