import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isUnspaced } from '../../languages/scripts.ts';
import type { Expansion } from './text-query.ts';

/** Ways to write one thing, the longest first. */
export type SynonymGroup = readonly SynonymForm[];

interface SynonymForm {
  readonly written: string;
  /** As it is looked for: abbreviations in their capitals, all else in small letters. */
  readonly sought: string;
  readonly abbreviation: boolean;
  /** Of a script that parts no words: found anywhere. */
  readonly spaceless: boolean;
}

export interface Synonyms {
  /** Other ways to write the query, at most four; empty where no listed form stands in it. */
  readonly expand: (query: string) => readonly Expansion[];
}

const mostExpansions = 4;
const longestForm = 100;
const mostBytes = 1_000_000;

/**
 * Synonyms of every language from a folder of `<language>.txt`, read anew when a file has changed: looked for at
 * most every five seconds. A file that cannot be read leaves what was read before.
 */
export const watchSynonyms = (folder: string, now: () => number = Date.now): Synonyms => {
  let groups: readonly SynonymGroup[] = [];
  let state = '';
  let looked = Number.NEGATIVE_INFINITY;
  const refresh = (): void => {
    if (now() - looked < 5_000) return;
    looked = now();
    try {
      const files = readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort();
      const seen = files.map((name) => `${name}@${statSync(join(folder, name)).mtimeMs}`).join();
      if (seen === state) return;
      groups = files.flatMap((name) =>
        parseSynonyms(readFileSync(join(folder, name), 'utf8').slice(0, mostBytes)),
      );
      state = seen;
    } catch {
      // Somebody is writing: next time.
    }
  };
  return {
    expand: (query) => {
      refresh();
      return expandSynonyms(query, groups);
    },
  };
};

/** A group a line, forms parted by commas; `#` opens a comment. Lines of fewer than two forms say nothing. */
export const parseSynonyms = (text: string): readonly SynonymGroup[] =>
  text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) =>
      line
        .split(/[,،，]/u)
        .map((form) => form.trim())
        .filter((form) => form !== '' && form.length <= longestForm),
    )
    .filter((forms) => forms.length > 1)
    .map((forms) => forms.map(formOf).sort((left, right) => right.written.length - left.written.length));

/** "who" and "us" are words, WHO and US are not. */
const formOf = (written: string): SynonymForm => {
  const abbreviation = written === written.toUpperCase() && written !== written.toLowerCase();
  return {
    written,
    abbreviation,
    sought: abbreviation ? written : written.toLowerCase(),
    spaceless: isUnspaced(written),
  };
};

/** The query with each listed form in it written in the other ways of its group. */
export const expandSynonyms = (query: string, groups: readonly SynonymGroup[]): readonly Expansion[] => {
  const lower = query.toLowerCase();
  const found = new Set<string>();
  for (const forms of groups) {
    const here = firstIn(forms, query, lower);
    if (!here) continue;
    for (const { written } of forms)
      if (written !== here.form.written)
        found.add(query.slice(0, here.at) + written + query.slice(here.at + here.form.written.length));
  }
  return [...found].slice(0, mostExpansions).map((expanded) => ({ query: expanded }));
};

const firstIn = (
  forms: SynonymGroup,
  query: string,
  lower: string,
): { readonly form: SynonymForm; readonly at: number } | null => {
  for (const form of forms) {
    const at = placeOf(form, query, lower);
    if (at >= 0) return { form, at };
  }
  return null;
};

/** -1 where the form does not stand by itself. Where small letters are more or fewer, only what is written counts. */
const placeOf = (form: SynonymForm, query: string, lower: string): number => {
  const inLower = !form.abbreviation && lower.length === query.length;
  const at = inLower ? lower.indexOf(form.sought) : query.indexOf(form.written);
  if (at < 0 || form.spaceless) return at;
  return isLetter(query[at - 1]) || isLetter(query[at + form.written.length]) ? -1 : at;
};

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
