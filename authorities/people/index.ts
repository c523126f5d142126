import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type EditedPeople, type NumberedEdit } from './edits.ts';
import { nameTokens, normalizeName } from './matching/normalize-name.ts';
import { nominatives } from './matching/russian-cases.ts';
import { readRecords } from './read-records.ts';
import type { PersonMatch, PersonName, PersonRecord } from './record.ts';
import { plainForm, splitName } from './surnames.ts';

export type { MatchKind, NameKind, PersonMatch, PersonName, PersonRecord, PersonRole } from './record.ts';

export interface PeopleAuthority {
  /** The record of an id, or null. Merged ids lead to the record that they were merged into. */
  get(id: string): PersonRecord | null;
  /** The name to print in a language: official there, else in its primary language, else in English, else any. */
  label(id: string, language: string): string | null;
  /** Who may be called so, best first, at most 50; see `PersonMatch.how`. Empty over 200 characters. */
  findByName(name: string): PersonMatch[];
  /** Every recorded name, for gazetteers. */
  names(): IterableIterator<{ id: string; form: string; language: string; surname: string | null }>;
  /** The ids that articles carry where a name was not linked: its own `name:` id. */
  unlinkedIds(form: string): readonly string[];
  readonly size: number;
  /** Grows with every change of the records: what was made from `names` is to be made again. */
  readonly version: number;
}

const folder = join(import.meta.dirname, 'records');

/**
 * Loads the shipped records and what operators made of them. Well under a second.
 *
 * @throws {BrokenRecord} where a shipped file is broken
 */
export const loadPeople = (edits: readonly NumberedEdit[] = []): PeopleAuthority =>
  buildPeople(applyEdits(readShippedRecords(), edits));

/** The records of the repository, the first of equal ids leading, names and roles joined. */
export const readShippedRecords = (): PersonRecord[] => {
  const people = new Map<string, PersonRecord>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort())
    for (const record of readRecords(file, readFileSync(join(folder, file), 'utf8')))
      people.set(record.id, joinRecords(people.get(record.id), record));
  return [...people.values()];
};

interface Posting {
  readonly id: string;
  readonly how: 'exact' | 'order' | 'partial' | 'surname';
}

/** An authority of the given records; ids are unique among them. */
export const buildPeople = ({ records, redirects }: EditedPeople): PeopleAuthority => {
  const people = new Map(records.map((record) => [record.id, record]));
  const get = (id: string): PersonRecord | null => people.get(redirects.get(id) ?? id) ?? null;
  const keys = new Map<string, Posting[]>();
  for (const record of people.values()) indexRecord(keys, record);
  return {
    size: people.size,
    version: 0,
    get,
    label: (id, language) => {
      const names = get(id)?.names;
      return names ? labelOf(names, language) : null;
    },
    findByName: (name) => rank(keys, name),
    names: () => listNames(people.values()),
    unlinkedIds: (form) => [`name:${normalizeName(form)}`],
  };
};

const joinRecords = (known: PersonRecord | undefined, record: PersonRecord): PersonRecord =>
  known
    ? {
        ...known,
        names: [...known.names, ...record.names],
        roles: [...known.roles, ...record.roles],
      }
    : record;

const indexRecord = (keys: Map<string, Posting[]>, record: PersonRecord): void => {
  for (const name of record.names) {
    const { tokens, surname } = splitName(name, record.country);
    const add = (key: string, how: Posting['how']): void => {
      const postings = keys.get(key) ?? [];
      if (!postings.some(({ id }) => id === record.id)) keys.set(key, [...postings, { id: record.id, how }]);
    };
    add(tokens.join(''), 'exact');
    if (tokens.length > 1) add([tokens.at(-1), ...tokens.slice(0, -1)].join(''), 'order');
    if (tokens.length > 2) add([tokens[0], tokens.at(-1)].join(''), 'partial');
    if (surname.join('').length > 1) add(surname.join(''), 'surname');
  }
};

const scores = { exact: 1, order: 0.98, partial: 0.9, surname: 0.5 } as const;
const mostMatches = 50;

const rank = (keys: Map<string, Posting[]>, name: string): PersonMatch[] => {
  const tokens = nameTokens(name);
  const postings = keys.get(tokens.join('')) ?? fromCases(keys, tokens);
  const surnameOf = postings.length === 1 ? 0.8 : scores.surname;
  return postings
    .map(({ id, how }) => ({ id, how, score: how === 'surname' ? surnameOf : scores[how] }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, mostMatches);
};

/** A full name in an oblique case finds its nominative; more people than one found so are nobody. */
const fromCases = (keys: Map<string, Posting[]>, tokens: readonly string[]): readonly Posting[] => {
  const found = new Map<string, Posting>();
  for (const form of nominatives(tokens))
    for (const posting of keys.get(form.join('')) ?? [])
      if (posting.how !== 'surname') found.set(posting.id, posting);
  return found.size === 1 ? [...found.values()] : [];
};

const labelOf = (names: readonly PersonName[], language: string): string | null => {
  const wanted = language.toLowerCase();
  const primary = wanted.split('-')[0];
  const name =
    names.find((each) => each.language === wanted) ??
    names.find((each) => each.language === primary) ??
    names.find((each) => each.language.split('-')[0] === primary) ??
    names.find((each) => each.language === 'en') ??
    names.find((each) => /\p{Script=Latin}/u.test(each.form)) ??
    names[0];
  return name ? plainForm(name.form) : null;
};

function* listNames(
  people: Iterable<PersonRecord>,
): IterableIterator<{ id: string; form: string; language: string; surname: string | null }> {
  for (const record of people)
    for (const name of record.names) {
      const { surname } = splitName(name, record.country);
      yield {
        id: record.id,
        form: plainForm(name.form),
        language: name.language,
        surname: surname.length > 0 ? surname.join(' ') : null,
      };
    }
}
