import type { PassedOver } from './edits.ts';
import { editPeopleTelling, type PeopleAuthority } from './index.ts';
import { loadPeopleTable } from './load-table.ts';
import { type NumberedEdit, storedEdit } from './person-edit.ts';
import type { PeopleTable } from './table/read-table.ts';

/** An entry of the log as stored, not validated yet. */
export interface LoggedEdit {
  /** From 1, without gaps. */
  readonly number: number;
  readonly value: unknown;
}

/** The authority with all edits read so far; later edits appear in it too. */
export interface EditedAuthority {
  readonly people: PeopleAuthority;
  /** Number of the last edit that is applied. */
  readonly last: () => number;
  /**
   * Applies further entries; entries already applied are skipped. Takes tens of milliseconds.
   *
   * @returns the entries that do not fit the records and are left out: new ones, and earlier ones that these conflict with
   * @throws {ZodError} if an entry is invalid: nothing changes then
   */
  readonly apply: (entries: readonly LoggedEdit[]) => readonly PassedOver[];
}

/** The records of a table (default: the shipped one), with the operators' edits while the process runs. */
export const createEditedAuthority = (table: PeopleTable = loadPeopleTable()): EditedAuthority => {
  let edits: readonly NumberedEdit[] = [];
  let current = editPeopleTelling(table, edits).people;
  let told: ReadonlySet<number> = new Set();
  const last = (): number => edits.at(-1)?.number ?? 0;
  return {
    last,
    apply: (entries) => {
      const fresh = entries.filter(({ number }) => number > last());
      if (fresh.length === 0) return [];
      const all = [
        ...edits,
        ...fresh.map(({ number, value }) => ({ number, edit: storedEdit.parse(value) })),
      ];
      const { people, impossible } = editPeopleTelling(table, all);
      const untold = impossible.filter(({ number }) => !told.has(number));
      current = people;
      edits = all;
      told = new Set(impossible.map(({ number }) => number));
      return untold;
    },
    people: {
      get: (id) => current.get(id),
      label: (id, language) => current.label(id, language),
      findByName: (name) => current.findByName(name),
      findByLetters: (name) => current.findByLetters(name),
      findBySound: (name, isPossible) => current.findBySound(name, isPossible),
      findByBeginning: (typed, most) => current.findByBeginning(typed, most),
      names: () => current.names(),
      get version() {
        return last();
      },
      unlinkedIds: (form) => current.unlinkedIds(form),
      isDelisted: (id) => current.isDelisted(id),
      get size() {
        return current.size;
      },
    },
  };
};
