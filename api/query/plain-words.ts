import { InvalidQuery } from '../../domain/errors.ts';
import { isPlain } from './characters.ts';
import { parseQuery } from './parse.ts';
import type { QueryNode } from './tree.ts';

/** Whether a query is only adjacent words: no operator, field, phrase or wildcard. */
export const isWordsAlone = (query: string): boolean => {
  if (!isPlain(query)) return false;
  const tree = readOrNull(query);
  return tree !== null && (tree.kind === 'sequence' ? tree.operands : [tree]).every(isFreeWord);
};

const readOrNull = (query: string): QueryNode | null => {
  try {
    return parseQuery(query);
  } catch (error) {
    if (error instanceof InvalidQuery) return null;
    throw error;
  }
};

const isFreeWord = (node: QueryNode): boolean => node.kind === 'word' && node.field === null;
