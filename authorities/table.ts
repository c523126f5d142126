import { readFileSync } from 'node:fs';

/** One row of an authority table, its cells by column name. */
export type TableRow = Readonly<Record<string, string>>;

/**
 * Reads a tab-separated table whose first line names the columns; `#` opens a comment line.
 *
 * @throws {Error} with file and line, if a row has more or fewer cells than the header
 */
export const readTable = (path: string): readonly TableRow[] => parseTable(readFileSync(path, 'utf8'), path);

const parseTable = (text: string, path: string): readonly TableRow[] => {
  const rows: TableRow[] = [];
  let head: readonly string[] | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t').map((cell) => cell.trim());
    if (!head) {
      head = cells;
      continue;
    }
    if (cells.length !== head.length)
      throw new Error(`${path}, line ${index + 1}: ${cells.length} cells where ${head.length} are expected`);
    rows.push(Object.fromEntries(head.map((column, position) => [column, cells[position] ?? ''])));
  }
  return rows;
};

/** Names by language, the label first: `en:Xinhua|Xinhua News Agency; zh:新华社|新华网`. */
export const parseNames = (cell: string, place: string): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, readonly string[]>();
  for (const part of cell.split(';')) {
    const match = /^\s*([a-z]{2,3}(?:-[A-Z][a-z]{3})?):(.*)$/s.exec(part);
    if (!match?.[1] || !match[2]) throw new Error(`${place}: no names in “${part}”`);
    const forms = match[2].split('|').map((name) => name.trim());
    if (forms.some((name) => name === '')) throw new Error(`${place}: an empty name in “${part}”`);
    names.set(match[1], [...(names.get(match[1]) ?? []), ...forms]);
  }
  return names;
};

/** The name in a language, else in its primary language, else in English, else the first of all. */
export const labelIn = (names: ReadonlyMap<string, readonly string[]>, language: string): string | null =>
  names.get(language)?.[0] ??
  names.get(language.split('-')[0] ?? '')?.[0] ??
  names.get('en')?.[0] ??
  names.values().next().value?.[0] ??
  null;
