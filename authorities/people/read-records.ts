import { isOffice } from './offices.ts';
import type { NameKind, PersonName, PersonRecord, PersonRole } from './record.ts';

/** An invalid line of a record file; the whole file is refused. */
export class BrokenRecord extends Error {
  override readonly name = 'BrokenRecord';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, detail: string) {
    super(`${file}, line ${line}: ${detail}`);
    this.file = file;
    this.line = line;
  }
}

/**
 * Reads a record file: tab-separated, the first line names the columns.
 *
 * Columns are `id`, `country`, `roles`, `names` (as `language=form|form`), and one column per language with the names
 * in that language. Forms of one cell are separated by `|`, cells of `names` by `;`.
 * `<` before a form marks a former name, `~` a nickname, `*` the surname's first token if it is not where
 * the country's habit puts it; `_` joins the tokens of one surname. The first form of a language is official.
 * Roles are separated by `;`: `FM 2004-2012`, `SG@UN 2017-`, `PM 2008`.
 *
 * @throws {BrokenRecord} at the first line that does not fit
 */
export const readRecords = (file: string, text: string): PersonRecord[] => {
  const lines = text.split('\n');
  const columns = (lines[0] ?? '').split('\t');
  if (columns[0] !== 'id') throw new BrokenRecord(file, 1, 'the first column is not named id');
  return lines.flatMap((line, index) =>
    index === 0 || line === '' || line.startsWith('#') ? [] : [readLine(file, index + 1, columns, line)],
  );
};

const longestLine = 20_000;
const idForm = /^(Q[1-9]\d{0,9}|dl:[a-z0-9-]{2,80}|pol:[A-Za-z0-9-]{1,64})$/;

const readLine = (file: string, number: number, columns: readonly string[], line: string): PersonRecord => {
  const broken = (detail: string): BrokenRecord => new BrokenRecord(file, number, detail);
  if (line.length > longestLine) throw broken(`longer than ${longestLine} characters`);
  const cells = line.split('\t');
  if (cells.length > columns.length) throw broken(`${cells.length} cells, but ${columns.length} columns`);
  const id = cells[0] ?? '';
  if (!idForm.test(id)) throw broken(`no id: ${id.slice(0, 100)}`);
  const names: PersonName[] = [];
  let country: string | null = null;
  let roles: PersonRole[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? '';
    if (index === 0 || cell === '') continue;
    if (column === 'country') country = cell;
    else if (column === 'roles') roles = cell.split(';').map((role) => readRole(role.trim(), broken));
    else if (column === 'names') names.push(...readLabelled(cell, broken));
    else names.push(...readForms(column, cell));
  }
  if (names.length === 0) throw broken('no name');
  return { id, country, names, roles };
};

const readRole = (text: string, broken: (detail: string) => Error): PersonRole => {
  const found = /^([A-Z]{1,8})(?:@([A-Za-z]{2,10}))?(?: (\d{4})?(-)?(\d{4})?)?$/.exec(text);
  const office = found?.[1];
  if (!found || !office || !isOffice(office)) throw broken(`no role: ${text.slice(0, 100)}`);
  const [, , country = null, began, isRange, ended] = found;
  const from = began ? Number(began) : null;
  // `1998` is a year, `1998-` goes on.
  const endUnwritten = isRange ? null : from;
  const to = ended ? Number(ended) : endUnwritten;
  if (from !== null && to !== null && to < from) throw broken(`ends before it begins: ${text}`);
  return { office, country, from, to };
};

const readLabelled = (cell: string, broken: (detail: string) => Error): PersonName[] =>
  cell.split(';').flatMap((part) => {
    const cut = part.indexOf('=');
    if (cut < 2) throw broken(`no language before a name: ${part.slice(0, 100)}`);
    return part
      .slice(0, cut)
      .split(',')
      .flatMap((language) => readForms(language, part.slice(cut + 1)));
  });

const readForms = (language: string, cell: string): PersonName[] =>
  cell.split('|').map((form, index) => readForm(language, form.trim(), index));

const marks: Readonly<Record<string, NameKind>> = { '<': 'former', '~': 'nickname' };

const readForm = (language: string, form: string, index: number): PersonName => {
  const kind = marks[form[0] ?? ''];
  return kind
    ? { form: form.slice(1), language, kind }
    : { form, language, kind: index === 0 ? 'official' : 'alias' };
};
