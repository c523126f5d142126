import { QueryProblem } from './problem.ts';
import { tokenize } from './tokenize.ts';

/**
 * Whether AND, OR and NOT in this query are words of a headline that stands in capitals.
 *
 * Nothing in it is in small letters or of a script without capitals, nothing else is an operator, and some words stand
 * side by side. `NATO AND EU` stays what it says; `MAYOR WILL NOT ATTEND` was pasted.
 */
export const isHeadline = (query: string): boolean => {
  if (/[\p{Ll}\p{Lo}]/u.test(query) || !operator.test(query)) return false;
  const words = plainWordsOf(query) ?? [];
  return words.some((word, at) => at > 0 && !isOperator(word) && !isOperator(words[at - 1] ?? ''));
};

const operator = /(?<![\p{L}\p{N}])(AND|OR|NOT)(?![\p{L}\p{N}])/u;
const isOperator = (word: string): boolean => /^(AND|OR|NOT)$/.test(word);

/** Null where anything but words stands in it. */
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
