import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync } from 'node:zlib';
import { readWordTable, type WordTable } from './table.ts';

export { foldWord } from './fold.ts';
export type { TableTerm, WordTable } from './table.ts';

/** The dictionary between English and the other languages. */
export interface Lexicon {
  /** Codes of the languages that have a table; the English one has only inflected forms. */
  readonly languages: readonly string[];
  /** Null for a language without one. */
  readonly table: (language: string) => WordTable | null;
  /** Unpacks every table ahead, one after the other, so that no request waits for all of them. */
  readonly load: () => Promise<void>;
}

const folder = join(import.meta.dirname, 'tables');
const ending = '.txt.br';
const unpack = promisify(brotliDecompress);

/**
 * The tables of words. Each is unpacked on first use, in some 20 ms and 2 MB outside the heap; a service unpacks all
 * of them ahead (`load`), because a query that is translated into every language would wait a second.
 */
export const loadLexicon = (from = folder): Lexicon => {
  const languages = existsSync(from)
    ? readdirSync(from).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
    : [];
  const tables = new Map<string, WordTable>();
  const fileOf = (language: string): string => join(from, `${language}${ending}`);
  const keep = (language: string, bytes: Buffer): WordTable => {
    const table = tables.get(language) ?? readWordTable(bytes, language);
    tables.set(language, table);
    return table;
  };
  return {
    languages: languages.sort(),
    table: (language) => {
      const known = tables.get(language);
      if (known || !languages.includes(language)) return known ?? null;
      return keep(language, brotliDecompressSync(readFileSync(fileOf(language))));
    },
    load: async () => {
      for (const language of languages)
        if (!tables.has(language)) keep(language, await unpack(await readFile(fileOf(language))));
    },
  };
};
