import { closingOf } from './read-phrase.ts';
import { closings, isSpace, openings, plainSigns, quotes } from './signs.ts';
import type { Read } from './token.ts';

/**
 * What stands behind `date:` and `lang:`, unread; in quotation marks or not.
 *
 * @throws {QueryProblem} where a quotation mark is not closed
 */
export const readValue = (query: string, start: number): Read => {
  if (quotes.has(query[start] ?? '')) {
    const close = closingOf(query, start);
    const text = plainSigns(query.slice(start + 1, close)).trim();
    return { kind: 'value', text, start, end: close + 1 };
  }
  let end = start;
  while (end < query.length && !endsValue(query[end] ?? '')) end += 1;
  return { kind: 'value', text: plainSigns(query.slice(start, end)), start, end };
};

const endsValue = (sign: string): boolean =>
  isSpace(sign) || openings.includes(sign) || closings.includes(sign);
