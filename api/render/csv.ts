import { stringify } from 'csv-stringify/sync';
import { writtenTime } from '../../domain/partial-dates.ts';
import { plainContext } from '../search/find-contexts.ts';
import type { ArticleSummary, ResultField } from '../search/result.ts';
import { anyText, type Format } from './format.ts';

type Column = (article: ArticleSummary, origin: string) => string;

/** Columns in order; lists are separated by `; `. */
const columns: Readonly<Record<string, Column>> = {
  id: ({ id }) => id,
  date: ({ date }) => date ?? '',
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  agency: ({ agency }) => namesOf(agency),
  publisher: ({ publisher }) => publisher?.label ?? '',
  country: ({ country }) => country?.id ?? '',
  place: ({ dateline }) => dateline?.place?.label ?? '',
  authors: ({ authors }) => namesOf(authors),
  people: ({ people }) => namesOf(people),
  mentioned: ({ mentioned }) => namesOf(mentioned),
  language: ({ language }) => language,
  url: ({ url }) => url ?? '',
  page: ({ page }, origin) => `${origin}${page}`,
  story: ({ story }) => story,
  revision: ({ revision }) => String(revision),
};

/** Only if `fields` or another parameter requests them. */
const askedColumns: Readonly<Record<string, Column>> = {
  script: ({ script }) => script,
  dateKind: ({ dateKind }) => dateKind ?? '',
  published: ({ published }) => (published ? writtenTime(published) : ''),
  updated: ({ updated }) => updated?.instant ?? '',
  dateline: ({ dateline }) => dateline?.printed ?? '',
  received: ({ received }) => received,
  found: ({ found }) => found ?? '',
  copies: ({ copies }) => (copies ? String(copies.count) : ''),
  context: ({ context }) => (context ?? []).map(plainContext).join(' … '),
  body: ({ body }) => body ?? '',
  highlights: ({ highlights }) => (highlights?.body ?? []).map(plainContext).join(' … '),
};

const namesOf = (list: readonly { readonly label: string }[]): string =>
  list.map(({ label }) => label).join('; ');

/** As in JSON: id and title are always included, `fields` chooses among the others. */
const columnsOf = ({ fields, context }: CsvParts): readonly (readonly [string, Column])[] => {
  const all = { ...columns, ...askedColumns };
  const names = fields ? ['id', 'title', ...fields] : Object.keys(columns);
  const shown = new Set([...names, ...(context ? ['context'] : [])]);
  return Object.entries(all).filter(([name]) => shown.has(name));
};

/** Additional columns of a table. */
export interface CsvParts {
  readonly fields?: readonly ResultField[] | undefined;
  readonly context?: boolean;
}

/** Tells spreadsheets that this is UTF-8. */
export const csvMark = '\ufeff';

export const csvHead = (parts: CsvParts = {}): string =>
  `${csvMark}${stringify([columnsOf(parts).map(([name]) => name)], { record_delimiter: '\r\n' })}`;

/** @param origin  before links to pages, or empty */
export const csvRow = (article: ArticleSummary, origin: string, parts: CsvParts = {}): string =>
  stringify([columnsOf(parts).map(([, read]) => harmless(read(article, origin)))], {
    record_delimiter: '\r\n',
  });

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection), also if white
 * space or invisible characters precede the formula.
 */
export const harmless = (cell: string): string =>
  /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;

export const csv = {
  name: 'csv',
  title: 'CSV',
  mediaType: 'text/csv; charset=utf-8',
  kind: 'rows',
  schema: anyText,
  render: ({ results }, { fields, origin }) => {
    const parts = { fields, context: results.some(({ context }) => context !== undefined) };
    return csvHead(parts) + results.map((article) => csvRow(article, origin, parts)).join('');
  },
} as const satisfies Format;
