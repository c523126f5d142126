import { InvalidQuery } from '../../domain/errors.ts';
import { type Edit, QueryProblem } from './problem.ts';
import type { QueryNode } from './tree.ts';

const MAX_EDITS = 12;

/**
 * A query as near as possible to one that failed: each problem's own edit, one after another.
 *
 * Only what cannot change the meaning is mended: what is left open is closed, what hangs in the air is taken out.
 *
 * @returns null where the problem can be mended in several ways, or in none
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

/** What was taken out leaves spaces behind. */
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
