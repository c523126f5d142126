import { stringify } from 'csv-stringify/sync';
import type { ArticleSummary } from '../search/result.ts';
import { anyText, type Format } from './format.ts';

/** Columns in order; lists are separated by `; `. */
const columns: Readonly<Record<string, (article: ArticleSummary) => string>> = {
  id: ({ id }) => id,
  date: ({ date }) => date ?? '',
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  agency: ({ agency }) => agency.map(({ label }) => label).join('; '),
  publisher: ({ publisher }) => publisher?.label ?? '',
  place: ({ dateline }) => dateline?.place?.label ?? '',
  people: ({ people }) => people.map(({ label }) => label).join('; '),
  language: ({ language }) => language,
  url: ({ url }) => url ?? '',
  page: ({ page }) => page,
  story: ({ story }) => story,
  revision: ({ revision }) => String(revision),
};

/** Tells spreadsheets that this is UTF-8. */
export const csvMark = '\ufeff';

export const csvHead = (): string =>
  `${csvMark}${stringify([Object.keys(columns)], { record_delimiter: '\r\n' })}`;

export const csvRow = (article: ArticleSummary): string =>
  stringify([Object.values(columns).map((read) => harmless(read(article)))], { record_delimiter: '\r\n' });

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection); white space
 * and invisible signs before the formula do not hide it.
 */
export const harmless = (cell: string): string =>
  /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;

export const csv = {
  name: 'csv',
  title: 'CSV',
  mediaType: 'text/csv; charset=utf-8',
  kind: 'rows',
  schema: anyText,
  render: ({ results }) => csvHead() + results.map(csvRow).join(''),
} as const satisfies Format;
