import { closings, isSpace, openings, plainCharacters, quotes } from './characters.ts';
import { closingOf } from './read-phrase.ts';
import type { Read } from './token.ts';

/**
 * The raw value after `date:` and `lang:`, with or without quotation marks.
 *
 * @throws {QueryProblem} if a quotation mark is not closed
 */
export const readValue = (query: string, start: number): Read => {
  if (quotes.has(query[start] ?? '')) {
    const close = closingOf(query, start);
    const text = plainCharacters(query.slice(start + 1, close)).trim();
    return { kind: 'value', text, start, end: close + 1 };
  }
  let end = start;
  while (end < query.length && !endsValue(query[end] ?? '')) end += 1;
  return { kind: 'value', text: plainCharacters(query.slice(start, end)), start, end };
};

const endsValue = (sign: string): boolean =>
  isSpace(sign) || openings.includes(sign) || closings.includes(sign);
