import { applyEdits, type NumberedEdit, personEdit } from './edits.ts';
import { buildPeople, type PeopleAuthority, readShippedRecords } from './index.ts';

/** An entry of the log as it is stored, not yet checked. */
export interface LoggedEdit {
  /** From 1, without gaps. */
  readonly number: number;
  readonly value: unknown;
}

/** The authority with all edits read so far; whoever holds it sees later ones too. */
export interface EditedAuthority {
  readonly people: PeopleAuthority;
  /** Number of the last edit that is in force. */
  readonly last: () => number;
  /**
   * Puts further entries into force, all or none; those known already are passed over. Tens of milliseconds.
   *
   * @throws {ZodError | ImpossibleEdit} where an entry is none, or cannot hold: nothing changes then
   */
  readonly apply: (entries: readonly LoggedEdit[]) => void;
}

/** The shipped records, and what operators made of them while the process runs. */
export const createEditedAuthority = (): EditedAuthority => {
  const shipped = readShippedRecords();
  let edits: readonly NumberedEdit[] = [];
  let current = buildPeople(applyEdits(shipped, edits));
  const last = (): number => edits.at(-1)?.number ?? 0;
  return {
    last,
    apply: (entries) => {
      const fresh = entries.filter(({ number }) => number > last());
      if (fresh.length === 0) return;
      const all = [
        ...edits,
        ...fresh.map(({ number, value }) => ({ number, edit: personEdit.parse(value) })),
      ];
      current = buildPeople(applyEdits(shipped, all));
      edits = all;
    },
    people: {
      get: (id) => current.get(id),
      label: (id, language) => current.label(id, language),
      findByName: (name) => current.findByName(name),
      names: () => current.names(),
      get version() {
        return last();
      },
      unlinkedIds: (form) => current.unlinkedIds(form),
      get size() {
        return current.size;
      },
    },
  };
};
