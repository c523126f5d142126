import { expected } from '../../domain/expectation.ts';
import { isGershayim, isMark, isSearchable, quotes, stars } from './characters.ts';
import { QueryProblem } from './problem.ts';
import { requireLetters } from './read-word.ts';
import type { Read } from './token.ts';

/**
 * A phrase between quotation marks; its last word may be a prefix: `"interest rat*"`.
 *
 * @throws {QueryProblem} if it does not end, or if another word than the last has an asterisk
 */
export const readPhrase = (query: string, start: number): Read => {
  const end = closingOf(query, start);
  const text = plainPhrase(query.slice(start + 1, end));
  if (!isSearchable(text)) return { kind: 'skip', end: end + 1 };
  const star = starAt(query, start + 1, end);
  if (star === null) return { kind: 'phrase', text, prefix: false, start, end: end + 1 };
  if (isSearchable(query.slice(star + 1, end)))
    throw new QueryProblem(star, query.slice(star, end), expected('star-ends-phrase'));
  const beginning = plainPhrase(query.slice(start + 1, star));
  requireLetters(beginning.split(' ').at(-1) ?? '', star);
  return { kind: 'phrase', text: beginning, prefix: true, start, end: end + 1 };
};

/** Where the closing mark stands. */
export const closingOf = (query: string, start: number): number => {
  const closers = quotes.get(query[start] ?? '') ?? '"';
  let end = start + 1;
  while (end < query.length && !(closers.includes(query[end] ?? '') && !isGershayim(query, end))) end += 1;
  if (end < query.length) return end;
  throw new QueryProblem(start, query.slice(start), expected('closing-quote'), {
    start: end,
    end,
    text: closers[0] ?? '"',
  });
};

/** The first asterisk directly after a letter. Other asterisks are decoration in pasted text. */
const starAt = (query: string, start: number, end: number): number | null => {
  for (let at = start + 1; at < end; at += 1)
    if (stars.includes(query[at] ?? ' ') && /[\p{L}\p{N}\p{M}]/u.test(query[at - 1] ?? '')) return at;
  return null;
};

/** Quotation marks inside a phrase are never indexed; without them, plain ones can enclose every phrase in print. */
const plainPhrase = (text: string): string =>
  // In UTF-16 units, like all offsets; every quotation mark is one unit.
  text
    .split('')
    .map((sign, at) => ((isMark(sign) && !isGershayim(text, at)) || stars.includes(sign) ? ' ' : sign))
    .join('')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
