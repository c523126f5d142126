import { expected } from '../../domain/expectation.ts';
import { isSyllabic } from '../../languages/scripts.ts';
import { queryLimits } from './limits.ts';
import { QueryProblem } from './problem.ts';
import { readOperator } from './read-operator.ts';
import {
  closings,
  colons,
  equals,
  isSearchable,
  isSpace,
  minuses,
  openings,
  plainSigns,
  quotes,
  stars,
} from './signs.ts';
import { type FieldName, fieldNames, type Token } from './token.ts';

/**
 * Splits a query into tokens; the last is `end`. One pass, in time linear in the length.
 *
 * Punctuation that no analyzer would index is passed over.
 *
 * @throws {QueryProblem} for an open quote, a misplaced asterisk, an unknown field, NEAR without a number
 */
export const tokenize = (query: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const token = readToken(query, at, tokens.at(-1));
    if (token.kind !== 'skip') tokens.push(token);
    at = token.end;
  }
  return [...tokens, { kind: 'end', start: query.length, end: query.length }];
};

type Read = Token | { readonly kind: 'skip'; readonly end: number };

const readToken = (query: string, start: number, before: Token | undefined): Read => {
  const sign = query[start] ?? '';
  if (isSpace(sign)) return { kind: 'skip', end: start + 1 };
  if (before?.kind === 'field' && (before.name === 'date' || before.name === 'lang'))
    return readValue(query, start);
  if (openings.includes(sign)) return { kind: 'open', start, end: start + 1 };
  if (closings.includes(sign)) return { kind: 'close', start, end: start + 1 };
  if (quotes.has(sign)) return readPhrase(query, start);
  if (minuses.includes(sign)) return readMinus(query, start);
  if (equals.includes(sign)) return readExact(query, start);
  return readWord(query, start);
};

const readValue = (query: string, start: number): Read => {
  let end = start;
  while (end < query.length && !isSpace(query[end] ?? '') && !isParenthesis(query[end] ?? '')) end += 1;
  if (end === start) return readToken(query, start, undefined);
  return { kind: 'value', text: plainSigns(query.slice(start, end)), start, end };
};

const isParenthesis = (sign: string): boolean => openings.includes(sign) || closings.includes(sign);

const readPhrase = (query: string, start: number): Read => {
  const closers = quotes.get(query[start] ?? '') ?? '"';
  let end = start + 1;
  while (end < query.length && !(closers.includes(query[end] ?? '') && !isGershayim(query, end))) end += 1;
  if (end === query.length)
    throw new QueryProblem(start, query.slice(start), expected('closing-quote'), {
      start: end,
      end,
      text: closers[0] ?? '"',
    });
  const text = plainPhrase(query.slice(start + 1, end));
  return isSearchable(text) ? { kind: 'phrase', text, start, end: end + 1 } : { kind: 'skip', end: end + 1 };
};

/** Quotation marks within are never indexed; without them every phrase prints in plain ones. */
const plainPhrase = (text: string): string =>
  // By UTF-16 units, as the offsets of its neighbours count; every mark is one of them.
  text
    .split('')
    .map((sign, at) => (isMark(sign) && !isGershayim(text, at) ? ' ' : sign))
    .join('')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();

const closingMarks = [...quotes.values()].join('');
const isMark = (sign: string): boolean => quotes.has(sign) || closingMarks.includes(sign);

/** A straight quote between Hebrew letters belongs to the word, as in abbreviations. */
const isGershayim = (text: string, at: number): boolean =>
  text[at] === '"' && isHebrew(text[at - 1]) && isHebrew(text[at + 1]);

const isHebrew = (sign: string | undefined): boolean => sign !== undefined && /\p{Script=Hebrew}/u.test(sign);

/** A minus before a word means NOT; a dash between spaces, or several in a row, is punctuation. */
const readMinus = (query: string, start: number): Read => {
  let end = start;
  while (end < query.length && minuses.includes(query[end] ?? '')) end += 1;
  const next = query[end];
  const bound = next === undefined || isSpace(next) || closings.includes(next);
  return end - start > 1 || bound ? { kind: 'skip', end } : { kind: 'not', start, end };
};

const readExact = (query: string, start: number): Read => {
  let at = start;
  while (at < query.length && equals.includes(query[at] ?? '')) at += 1;
  const end = wordEnd(query, at);
  const text = query.slice(at, end);
  if (!isSearchable(text)) return { kind: 'skip', end: Math.max(end, at) };
  checkLength(text, at);
  return { kind: 'word', form: 'exact', text, start, end };
};

const readWord = (query: string, start: number): Read => {
  const operator = readOperator(query, start);
  if (operator) return operator;
  const field = readField(query, start);
  if (field) return field;
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
    isSpace(sign) || isParenthesis(sign) || stars.includes(sign) || (isMark(sign) && !isGershayim(query, at))
  );
};

const checkLength = (text: string, at: number): void => {
  if (text.length > queryLimits.wordLength)
    throw new QueryProblem(at, text, expected('word-length', queryLimits.wordLength));
};

const readPrefix = (query: string, start: number, end: number): Read => {
  const text = query.slice(start, end);
  const edit = { start: end, end: end + 1, text: ' ' };
  const least = isSyllabic(text) ? 1 : queryLimits.prefixLetters;
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < least)
    throw new QueryProblem(start, query.slice(start, end + 1), expected('prefix-letters', least), edit);
  const next = query[end + 1];
  if (next !== undefined && !endsWord(query, end + 1))
    throw new QueryProblem(end + 1, query.slice(end + 1), expected('star-at-end'), edit);
  if (next !== undefined && stars.includes(next))
    throw new QueryProblem(end + 1, query.slice(end + 1), expected('one-star'), { ...edit, text: '' });
  return { kind: 'word', form: 'prefix', text, start, end: end + 1 };
};

const fieldPattern = new RegExp(`([A-Za-zＡ-Ｚａ-ｚ]{2,20})[${colons}]`, 'y');

const readField = (query: string, start: number): Read | null => {
  fieldPattern.lastIndex = start;
  const written = fieldPattern.exec(query)?.[1];
  if (written === undefined) return null;
  const end = start + written.length + 1;
  const name = fieldNames.find((known) => known === plainSigns(written).toLowerCase());
  if (name) return { kind: 'field', name: name satisfies FieldName, start, end };
  const next = query[end];
  if (next === undefined || !/[\p{L}"“„«(]/u.test(next)) return null;
  throw new QueryProblem(start, query.slice(start), expected('fields', fieldNames.join(', ')), {
    start: end - 1,
    end,
    text: ' ',
  });
};
