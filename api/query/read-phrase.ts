import { expected } from '../../domain/expectation.ts';
import { QueryProblem } from './problem.ts';
import { requireLetters } from './read-word.ts';
import { isGershayim, isMark, isSearchable, quotes, stars } from './signs.ts';
import type { Read } from './token.ts';

/**
 * Words between quotation marks; the last may be a beginning: `"interest rat*"`.
 *
 * @throws {QueryProblem} where it does not end, and for an asterisk behind another word than the last
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

/** The first asterisk right behind a letter; others are ornaments of a text that was pasted. */
const starAt = (query: string, start: number, end: number): number | null => {
  for (let at = start + 1; at < end; at += 1)
    if (stars.includes(query[at] ?? ' ') && /[\p{L}\p{N}\p{M}]/u.test(query[at - 1] ?? '')) return at;
  return null;
};

/** Quotation marks within are never indexed; without them every phrase prints in plain ones. */
const plainPhrase = (text: string): string =>
  // By UTF-16 units, as the offsets of its neighbours count; every mark is one of them.
  text
    .split('')
    .map((sign, at) => ((isMark(sign) && !isGershayim(text, at)) || stars.includes(sign) ? ' ' : sign))
    .join('')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
