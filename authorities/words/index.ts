import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { readWordTable, type WordTable } from './table.ts';

export { foldWord } from './fold.ts';
export type { TableTerm, WordTable } from './table.ts';

/** The dictionary between English and the other languages. */
export interface Lexicon {
  /** Codes of the languages that have a table; the English one has only inflected forms. */
  readonly languages: readonly string[];
  /** Null for a language without one. */
  readonly table: (language: string) => WordTable | null;
}

const folder = join(import.meta.dirname, 'tables');
const ending = '.txt.br';

/**
 * The tables of words. Each is unpacked on first use, in some 20 ms and 2 MB outside the heap: a service
 * that never searches across languages pays nothing.
 */
export const loadLexicon = (from = folder): Lexicon => {
  const languages = existsSync(from)
    ? readdirSync(from).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
    : [];
  const tables = new Map<string, WordTable>();
  return {
    languages: languages.sort(),
    table: (language) => {
      const known = tables.get(language);
      if (known || !languages.includes(language)) return known ?? null;
      const bytes = brotliDecompressSync(readFileSync(join(from, `${language}${ending}`)));
      const table = readWordTable(bytes, language);
      tables.set(language, table);
      return table;
    },
  };
};
