import { InvalidQuery } from '../../domain/errors.ts';
import { type Edit, QueryProblem } from './problem.ts';
import type { QueryNode } from './tree.ts';

const MAX_EDITS = 12;

/**
 * Repairs a query that failed, by the edit of each problem in turn. Only edits that cannot change the meaning are
 * made: open quotation marks and parentheses are closed, operators and fields without an operand are removed.
 *
 * @returns null if there is no repair, or more than one
 */
export const repairQuery = (
  query: string,
  problem: QueryProblem,
  read: (query: string) => QueryNode | null,
): string | null => {
  let current = query;
  let edit: Edit | null = problem.edit;
  for (let round = 0; edit && round < MAX_EDITS; round += 1) {
    current = `${current.slice(0, edit.start)}${edit.text}${current.slice(edit.end)}`;
    const next = attempt(current, read);
    if (next === 'read') return tidy(current);
    edit = next;
  }
  return null;
};

/** Removed parts leave spaces behind. */
const tidy = (query: string): string =>
  query
    .replace(/\s+/g, ' ')
    .replace(/(?<=[(（]) | (?=[)）])/g, '')
    .trim();

const attempt = (query: string, read: (query: string) => QueryNode | null): 'read' | Edit | null => {
  try {
    return read(query) === null ? null : 'read';
  } catch (problem) {
    if (problem instanceof QueryProblem) return problem.edit;
    if (problem instanceof InvalidQuery) return null;
    throw problem;
  }
};
