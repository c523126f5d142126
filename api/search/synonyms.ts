import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Expansion } from './text-query.ts';

/** Ways to write one thing. */
export type SynonymGroup = readonly string[];

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
    .filter((forms) => forms.length > 1);

/** The query with each listed form in it written in the other ways of its group. */
export const expandSynonyms = (query: string, groups: readonly SynonymGroup[]): readonly Expansion[] => {
  const lower = query.toLowerCase();
  const found = new Set<string>();
  for (const forms of groups) {
    const here = longestFirst(forms).find((form) => placeOf(form, query, lower) >= 0);
    if (here === undefined) continue;
    const at = placeOf(here, query, lower);
    for (const other of forms) {
      if (other !== here) found.add(query.slice(0, at) + other + query.slice(at + here.length));
    }
  }
  return [...found].slice(0, mostExpansions).map((expanded) => ({ query: expanded }));
};

const longestFirst = (forms: SynonymGroup): string[] =>
  [...forms].sort((left, right) => right.length - left.length);

/** Abbreviations count in capitals only: "who" and "us" are words. -1 where the form does not stand by itself. */
const placeOf = (form: string, query: string, lower: string): number => {
  const abbreviation = form === form.toUpperCase() && form !== form.toLowerCase();
  const [inside, sought] =
    abbreviation || lower.length !== query.length ? [query, form] : [lower, form.toLowerCase()];
  const at = inside.indexOf(sought);
  if (at < 0 || spaceless.test(form)) return at;
  return isLetter(query[at - 1]) || isLetter(query[at + form.length]) ? -1 : at;
};

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
