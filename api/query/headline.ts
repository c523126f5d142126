import { QueryProblem } from './problem.ts';
import { tokenize } from './tokenize.ts';

/**
 * Whether AND, OR and NOT in this query are words of a pasted headline in capitals. That is so if no letter is lower
 * case or from a script without case, there is no other operator, and some words are adjacent: `MAYOR WILL NOT
 * ATTEND` is a headline, `NATO AND EU` a query.
 */
export const isHeadline = (query: string): boolean => {
  if (/[\p{Ll}\p{Lo}]/u.test(query) || !operator.test(query)) return false;
  const words = plainWordsOf(query) ?? [];
  return words.some((word, at) => at > 0 && !isOperator(word) && !isOperator(words[at - 1] ?? ''));
};

const operator = /(?<![\p{L}\p{N}])(AND|OR|NOT)(?![\p{L}\p{N}])/u;
const isOperator = (word: string): boolean => /^(AND|OR|NOT)$/.test(word);

/** @returns null if there is anything but words */
const plainWordsOf = (query: string): readonly string[] | null => {
  try {
    const words: string[] = [];
    for (const token of tokenize(query, { operators: false })) {
      if (token.kind === 'word' && token.form === 'plain') words.push(token.text);
      else if (token.kind !== 'end') return null;
    }
    return words;
  } catch (problem) {
    if (problem instanceof QueryProblem) return null;
    throw problem;
  }
};
