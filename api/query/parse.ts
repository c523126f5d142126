import { InvalidQuery } from '../../domain/errors.ts';
import { checkLimits } from './check-limits.ts';
import { isHeadline } from './headline.ts';
import { Parser } from './parser.ts';
import { QueryProblem } from './problem.ts';
import { repairQuery } from './repair.ts';
import { tokenize } from './tokenize.ts';
import type { QueryNode } from './tree.ts';

const MAX_FOUND = 40;

/**
 * Parses a query; docs/query-language.md has the grammar.
 *
 * @returns null for an empty query
 * @throws {InvalidQuery} only, with position, what was found and expected, and a repaired query
 */
export const parseQuery = (query: string): QueryNode | null => {
  try {
    return readTree(query);
  } catch (problem) {
    if (!(problem instanceof QueryProblem)) throw problem;
    throw new InvalidQuery({
      position: problem.position,
      found: problem.found.slice(0, MAX_FOUND),
      wanted: problem.wanted,
      proposal: repairQuery(query, problem, readTree),
    });
  }
};

const readTree = (query: string): QueryNode | null => {
  if (query.trim() === '') return null;
  checkLimits.length(query);
  const tokens = tokenize(query, { operators: !isHeadline(query) });
  const tree = new Parser(query, tokens).parse();
  checkLimits.clauses(tree, query);
  return tree;
};
