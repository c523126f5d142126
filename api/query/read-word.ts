import { expected } from '../../domain/expectation.ts';
import { isSyllabic } from '../../languages/scripts.ts';
import {
  closings,
  equals,
  isGershayim,
  isMark,
  isSearchable,
  isSpace,
  openings,
  stars,
} from './characters.ts';
import { queryLimits } from './limits.ts';
import { QueryProblem } from './problem.ts';
import type { Read } from './token.ts';

/** A word as it is printed: `=talk`. */
export const readExact = (query: string, start: number): Read => {
  let at = start;
  while (at < query.length && equals.includes(query[at] ?? '')) at += 1;
  const end = wordEnd(query, at);
  const text = query.slice(at, end);
  if (!isSearchable(text)) return { kind: 'skip', end: Math.max(end, at) };
  checkLength(text, at);
  return { kind: 'word', form: 'exact', text, start, end };
};

/** A word or a prefix: `talk*`. */
export const readWord = (query: string, start: number): Read => {
  const end = wordEnd(query, start);
  const text = query.slice(start, end);
  checkLength(text, start);
  if (stars.includes(query[end] ?? ' ')) return readPrefix(query, start, end);
  return isSearchable(text)
    ? { kind: 'word', form: 'plain', text, start, end }
    : { kind: 'skip', end: Math.max(end, start + 1) };
};

const wordEnd = (query: string, start: number): number => {
  let end = start;
  while (end < query.length && !endsWord(query, end)) end += 1;
  return end;
};

const endsWord = (query: string, at: number): boolean => {
  const sign = query[at] ?? '';
  return (
    isSpace(sign) ||
    openings.includes(sign) ||
    closings.includes(sign) ||
    stars.includes(sign) ||
    (isMark(sign) && !isGershayim(query, at))
  );
};

const checkLength = (text: string, at: number): void => {
  if (text.length > queryLimits.wordLength)
    throw new QueryProblem(at, text, expected('word-length', queryLimits.wordLength));
};

const readPrefix = (query: string, start: number, end: number): Read => {
  const text = query.slice(start, end);
  requireLetters(text, start);
  const next = query[end + 1];
  if (next !== undefined && stars.includes(next))
    throw new QueryProblem(end + 1, query.slice(end + 1), expected('one-star'), {
      start: end,
      end: end + 1,
      text: '',
    });
  if (next !== undefined && !endsWord(query, end + 1))
    throw new QueryProblem(end + 1, query.slice(end + 1), expected('star-at-end'));
  return { kind: 'word', form: 'prefix', text, start, end: end + 1 };
};

/** @throws {QueryProblem} for a prefix that is too short */
export const requireLetters = (beginning: string, at: number): void => {
  const least = isSyllabic(beginning) ? 1 : queryLimits.prefixLetters;
  if ((beginning.match(/[\p{L}\p{N}]/gu) ?? []).length < least)
    throw new QueryProblem(at, `${beginning}*`, expected('prefix-letters', least));
};
