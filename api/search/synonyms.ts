import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isUnspaced } from '../../languages/scripts.ts';
import type { Expansion } from './text-query.ts';

/** Synonyms of one another, longest first. */
export type SynonymGroup = readonly SynonymForm[];

interface SynonymForm {
  readonly written: string;
  /** The form for matching: abbreviations in capitals, everything else in lower case. */
  readonly sought: string;
  readonly abbreviation: boolean;
  /** In a script without spaces, so it is found anywhere. */
  readonly spaceless: boolean;
}

export interface Synonyms {
  /** Other ways to write the query, at most four; empty if it contains no listed form. */
  readonly expand: (query: string) => readonly Expansion[];
}

export const mostExpansions = 4;
const longestForm = 100;
const mostBytes = 1_000_000;

/**
 * Synonyms of every language from a folder of `<language>.txt`, reloaded when a file has changed, checked at
 * most every five seconds. If a file cannot be read, its previous content stays.
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
      // The file is being written: try again next time.
    }
  };
  return {
    expand: (query) => {
      refresh();
      return expandSynonyms(query, groups);
    },
  };
};

/** One group per line, forms separated by commas; `#` begins a comment. Lines with fewer than two forms are ignored. */
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
    .map(groupOf);

export const groupOf = (forms: readonly string[]): SynonymGroup =>
  forms.map(formOf).sort((left, right) => right.written.length - left.written.length);

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

/** The query with each listed form replaced by the other forms of its group. */
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

/** -1 if the form is only part of a word. If lower-casing changes the length, only the text as written is compared. */
const placeOf = (form: SynonymForm, query: string, lower: string): number => {
  const inLower = !form.abbreviation && lower.length === query.length;
  const at = inLower ? lower.indexOf(form.sought) : query.indexOf(form.written);
  if (at < 0 || form.spaceless) return at;
  return isLetter(query[at - 1]) || isLetter(query[at + form.written.length]) ? -1 : at;
};

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
