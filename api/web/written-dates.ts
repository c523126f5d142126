import { plainCharacters } from '../query/characters.ts';

/** The meaning of a typed date: an ISO day, month or year, or the possible days. */
export type WrittenDate = { readonly kind: 'read'; readonly day: string } | Unsure;
interface Unsure {
  readonly kind: 'unsure';
  /** Two for an ambiguous date; none if it is not a date. */
  readonly days: readonly string[];
}

/** Parts are separated by punctuation, or by the characters for year, month and day. */
const yearFirst = /^(\d{4})\s*[-/.\p{Lo}]\s*(\d{1,2})(?:\s*[-/.\p{Lo}]\s*(?:(\d{1,2})\s*\p{Lo}?)?)?\.?$/u;
const dayFirst = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4})\.?$/;

/** Reads `31/12/2024`, `31.12.2024`, `2024/12/31` and `2024年12月31日`; points stand after a day everywhere. */
export const readWrittenDate = (written: string): WrittenDate => {
  const text = plainCharacters(written).trim();
  if (/^\d{4}(-\d\d){0,2}$/.test(text)) return { kind: 'read', day: text };
  const [, year = '', month = '', day] = yearFirst.exec(text) ?? [];
  if (year) return { kind: 'read', day: joined(year, month, day) };
  const [, first = '', sign, second = '', last = ''] = dayFirst.exec(text) ?? [];
  if (!last) return { kind: 'unsure', days: [] };
  const asDayFirst = joined(last, second, first);
  const asMonthFirst = joined(last, first, second);
  if (sign === '.' || first === second || Number(first) > 12) return { kind: 'read', day: asDayFirst };
  if (Number(second) > 12) return { kind: 'read', day: asMonthFirst };
  return { kind: 'unsure', days: [asDayFirst, asMonthFirst] };
};

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');

/** Dates in a reader's format become ISO dates; ambiguous ones stay, and the page asks about them. */
export const withReadDates = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...query].map(([name, value]): [string, string] => {
      if (name !== 'from-date' && name !== 'to-date') return [name, value];
      const read = readWrittenDate(value);
      return [name, read.kind === 'read' ? read.day : value];
    }),
  );
