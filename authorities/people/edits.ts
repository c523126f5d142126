import { findIdle, refuseIdleUndos } from './idle-edits.ts';
import { normalizeName, OF_NAME } from './matching/normalize-name.ts';
import { ImpossibleEdit, type NumberedEdit, type PersonEdit } from './person-edit.ts';
import type { PersonRecord } from './record.ts';
import { plainForm } from './surnames.ts';

/** Records before any edit. */
export interface UneditedPeople {
  readonly get: (id: string) => PersonRecord | null;
}

export interface EditedPeople {
  /** Records that edits made or changed, by id; null if an edit took the id away. */
  readonly changed: ReadonlyMap<string, PersonRecord | null>;
  /** Merged ids and the surviving id of each, with chains resolved. */
  readonly redirects: ReadonlyMap<string, string>;
  /** Hidden ids of delisted persons. */
  readonly delisted: ReadonlySet<string>;
  /** Their names; ids of these names without a record are hidden too. */
  readonly delistedNames: readonly string[];
  /** Edits that do not fit the state before them and were skipped, in order. */
  readonly impossible: readonly PassedOver[];
}

export interface PassedOver {
  readonly number: number;
  readonly why: string;
}

/**
 * The difference that all edits make, without reverted ones and interrupted imports.
 *
 * An edit that does not fit is skipped: a new release may have other records than those that it was made for,
 * and one entry of a permanent log must not block the others.
 */
export const applyEdits = (unedited: UneditedPeople, edits: readonly NumberedEdit[]): EditedPeople => {
  const idle = findIdle(edits);
  const people = new People(unedited);
  const redirects = new Map<string, string>();
  const impossible: PassedOver[] = [];
  for (const { number, edit } of [...edits].sort((one, other) => one.number - other.number)) {
    if (idle.has(number)) continue;
    try {
      appliers[edit.action](edit as never, people, redirects);
    } catch (error) {
      if (!(error instanceof ImpossibleEdit)) throw error;
      impossible.push({ number, why: error.message });
    }
  }
  const delisted = new Set([...people.delisted].flatMap((id) => [id, redirects.get(id) ?? id]));
  const delistedNames = [...delisted].flatMap((id) => namesOf(id, people));
  return { changed: people.changed, redirects, delisted, delistedNames, impossible };
};

/**
 * Tries new edits after the existing ones; nothing changes.
 *
 * @throws {ImpossibleEdit} for the first new edit that does not fit what precedes it, and for an existing one that
 *   would no longer fit: an undo must not remove what a later edit is about
 */
export const checkEdits = (
  unedited: UneditedPeople,
  standing: readonly NumberedEdit[],
  wanted: readonly NumberedEdit[],
): void => {
  refuseIdleUndos(standing, wanted);
  const passedOver = new Set(applyEdits(unedited, standing).impossible.map(({ number }) => number));
  const { impossible } = applyEdits(unedited, [...standing, ...wanted]);
  const first = impossible.find(({ number }) => !passedOver.has(number));
  if (!first) return;
  const isWanted = wanted.some(({ number }) => number === first.number);
  throw new ImpossibleEdit(isWanted ? first.why : `edit ${first.number} would no longer apply: ${first.why}`);
};

/** The records with the edits so far; unedited records stay in the table. */
class People {
  readonly changed = new Map<string, PersonRecord | null>();
  readonly delisted = new Set<string>();
  readonly #unedited: UneditedPeople;

  constructor(unedited: UneditedPeople) {
    this.#unedited = unedited;
  }

  get(id: string): PersonRecord | null {
    const own = this.changed.get(id);
    return own === undefined ? this.#unedited.get(id) : own;
  }

  set(id: string, record: PersonRecord | null): void {
    this.changed.set(id, record);
  }
}

type Redirects = Map<string, string>;
/** Checks that the edit fits before it changes anything. */
type Applier<Action extends PersonEdit['action']> = (
  edit: Extract<PersonEdit, { action: Action }>,
  people: People,
  redirects: Redirects,
) => void;

const appliers: { readonly [Action in PersonEdit['action']]: Applier<Action> } = {
  merge: ({ from, into }, people, redirects) => {
    const target = known(people, redirects, into);
    if (from === into) throw new ImpossibleEdit(`${from} cannot be merged into itself`);
    const source = from.startsWith(OF_NAME) ? null : known(people, redirects, from);
    people.set(
      into,
      source
        ? { ...target, names: joinNames(target, source), roles: [...target.roles, ...source.roles] }
        : target,
    );
    people.set(from, null);
    for (const [old, now] of redirects) if (now === from) redirects.set(old, into);
    redirects.set(from, into);
  },
  split: ({ id: from, to, names }, people, redirects) => {
    const person = known(people, redirects, from);
    if (people.get(to)) throw new ImpossibleEdit(`${to} is taken`);
    const wanted = new Set(names.map(normalizeName));
    const moved = person.names.filter((each) => wanted.has(normalizeName(each.form)));
    const kept = person.names.filter((each) => !wanted.has(normalizeName(each.form)));
    if (moved.length === 0 || kept.length === 0)
      throw new ImpossibleEdit(`${from} must keep a name and give one`);
    people.set(from, { ...person, names: kept });
    people.set(to, { id: to, country: person.country, names: moved, roles: [] });
    redirects.delete(to);
  },
  alias: ({ id: of, name: added }, people, redirects) => {
    const person = known(people, redirects, of);
    people.set(of, { ...person, names: joinNames(person, { ...person, names: [added] }) });
  },
  import: ({ records }, people, redirects) => {
    for (const record of records) {
      // A merged person stays merged: data of a list about them goes to the record that remains.
      const id = redirects.get(record.id) ?? record.id;
      const there = people.get(id);
      people.set(
        id,
        there
          ? {
              ...there,
              names: joinNames(there, record),
              roles: record.roles.length > 0 ? record.roles : there.roles,
            }
          : record,
      );
    }
  },
  delist: ({ id }, people, redirects) => {
    if (!id.startsWith(OF_NAME)) known(people, redirects, id);
    people.delisted.add(id);
  },
  undo: () => {},
};

const namesOf = (id: string, people: People): readonly string[] =>
  id.startsWith(OF_NAME)
    ? [id.slice(OF_NAME.length)]
    : (people.get(id)?.names ?? []).map((name) => plainForm(name.form));

const known = (people: People, redirects: Redirects, wanted: string): PersonRecord => {
  const person = people.get(wanted);
  const survivor = redirects.get(wanted);
  if (!person && survivor) throw new ImpossibleEdit(`${wanted} was merged into ${survivor}`);
  if (!person) throw new ImpossibleEdit(`no person has the id ${wanted}`);
  return person;
};

const joinNames = (one: PersonRecord, other: PersonRecord): PersonRecord['names'] => [
  ...one.names,
  ...other.names.filter(
    ({ form: added, language: tag }) =>
      !one.names.some((each) => each.form === added && each.language === tag),
  ),
];
