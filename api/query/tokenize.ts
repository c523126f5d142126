import { closings, equals, isDash, isSpace, minuses, openings, quotes } from './characters.ts';
import { readField } from './read-field.ts';
import { readOperator } from './read-operator.ts';
import { readPhrase } from './read-phrase.ts';
import { readValue } from './read-value.ts';
import { readExact, readWord } from './read-word.ts';
import type { Read, Token } from './token.ts';

export interface TokenizeOptions {
  /** Whether AND, OR, NOT and NEAR in capitals are operators; default true. */
  readonly operators?: boolean;
}

/** What is being read: words, the single value after `date:` or `lang:`, or their values in parentheses. */
type Place = 'words' | 'value' | 'values';

/**
 * Splits a query into tokens; the last one is `end`. One pass, in linear time. Skips punctuation that no analyzer
 * indexes.
 *
 * @throws {QueryProblem} for an open quotation mark, a misplaced asterisk, an unknown field, an invalid distance of
 *   NEAR
 */
export const tokenize = (query: string, { operators = true }: TokenizeOptions = {}): readonly Token[] => {
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at < query.length; ) {
    const place = placeOf(tokens.at(-1), depth);
    const token = readToken(query, at, place, operators);
    if (token.kind !== 'skip') tokens.push(token);
    if (token.kind === 'open' && place !== 'words') depth += 1;
    if (token.kind === 'close' && depth > 0) depth -= 1;
    at = token.end;
  }
  return [...tokens, { kind: 'end', start: query.length, end: query.length }];
};

const placeOf = (before: Token | undefined, depth: number): Place => {
  if (depth > 0) return 'values';
  return before?.kind === 'field' && (before.name === 'date' || before.name === 'lang') ? 'value' : 'words';
};

const readToken = (query: string, start: number, place: Place, operators: boolean): Read => {
  const sign = query[start] ?? '';
  if (isSpace(sign)) return { kind: 'skip', end: start + 1 };
  if (openings.includes(sign)) return { kind: 'open', start, end: start + 1 };
  if (closings.includes(sign)) return { kind: 'close', start, end: start + 1 };
  if (place === 'value') return readValue(query, start);
  if (isDash(sign)) return { kind: 'skip', end: start + 1 };
  if (minuses.includes(sign)) return readMinus(query, start);
  const operator = operators ? readOperator(query, start) : null;
  if (operator) return operator;
  if (place === 'values') return readValue(query, start);
  if (quotes.has(sign)) return readPhrase(query, start);
  if (equals.includes(sign)) return readExact(query, start);
  return readField(query, start) ?? readWord(query, start);
};

/** A minus before a word means NOT; one between spaces, or several in a row, is punctuation. */
const readMinus = (query: string, start: number): Read => {
  let end = start;
  while (end < query.length && minuses.includes(query[end] ?? '')) end += 1;
  const next = query[end];
  const bound = next === undefined || isSpace(next) || closings.includes(next);
  return end - start > 1 || bound ? { kind: 'skip', end } : { kind: 'not', start, end };
};
