import { z } from 'zod';
import { longestName, normalizeName } from './matching/normalize-name.ts';
import { nameKinds, type PersonRecord } from './record.ts';

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(:[A-Za-z0-9-]{1,80})?$/u, 'no person id');
const language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/u, 'no language tag');
const form = z
  .string()
  .max(longestName, `longer than ${longestName} characters`)
  .refine((text) => normalizeName(text) !== '', 'holds no letter');
const name = z.object({ form, language, kind: z.enum(nameKinds) });
const year = z.number().int().min(1500).max(2200).nullable();
const role = z.object({
  office: z.string().max(60),
  country: z.string().max(10).nullable(),
  from: year,
  to: year,
});

export const personRecord = z.object({
  id,
  country: z.string().max(10).nullable(),
  names: z.array(name).min(1).max(500),
  roles: z.array(role).max(200),
});

/** What an operator did to the authority; kept for ever, in order, each undone by a later one. */
export const personEdit = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('merge'),
    from: z.union([id, z.string().regex(/^name:.{1,200}$/u)]),
    into: id,
  }),
  z.object({ action: z.literal('split'), id, to: id, names: z.array(form).min(1).max(100) }),
  z.object({ action: z.literal('alias'), id, name }),
  z.object({ action: z.literal('import'), records: z.array(personRecord).min(1).max(500) }),
  z.object({ action: z.literal('undo'), edit: z.number().int().positive() }),
]);
export type PersonEdit = z.infer<typeof personEdit>;

export interface NumberedEdit {
  /** From 1, without gaps: the order in which edits hold. */
  readonly number: number;
  readonly edit: PersonEdit;
}

/** Records as they stand before any edit. */
export interface UneditedPeople {
  readonly get: (id: string) => PersonRecord | null;
}

export interface EditedPeople {
  /** Records that edits made or changed, by id; null where an edit took the id away. */
  readonly changed: ReadonlyMap<string, PersonRecord | null>;
  /** Merged ids and the id that answers for them, chains followed. */
  readonly redirects: ReadonlyMap<string, string>;
}

/** An edit that cannot hold: it names somebody unknown, or would lead a person back to themselves. */
export class ImpossibleEdit extends Error {
  override readonly name = 'ImpossibleEdit';
}

/**
 * What is different after all edits, undone ones left out.
 *
 * @throws {ImpossibleEdit} by an edit that does not fit what stands before it
 */
export const applyEdits = (unedited: UneditedPeople, edits: readonly NumberedEdit[]): EditedPeople => {
  const undone = undoneEdits(edits);
  const people = new People(unedited);
  const redirects = new Map<string, string>();
  for (const { number, edit } of [...edits].sort((one, other) => one.number - other.number))
    if (!undone.has(number)) appliers[edit.action](edit as never, people, redirects);
  return { changed: people.changed, redirects };
};

/** An undo may itself be undone: the latest says. */
const undoneEdits = (edits: readonly NumberedEdit[]): ReadonlySet<number> => {
  const undone = new Set<number>();
  for (const { number, edit } of [...edits].sort((one, other) => other.number - one.number))
    if (edit.action === 'undo' && !undone.has(number)) undone.add(edit.edit);
  return undone;
};

/** The records with the edits so far; those untouched stay where they are. */
class People {
  readonly changed = new Map<string, PersonRecord | null>();
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
type Applier<Action extends PersonEdit['action']> = (
  edit: Extract<PersonEdit, { action: Action }>,
  people: People,
  redirects: Redirects,
) => void;

const appliers: { readonly [Action in PersonEdit['action']]: Applier<Action> } = {
  merge: ({ from, into }, people, redirects) => {
    const target = known(people, into);
    if (from === into) throw new ImpossibleEdit(`${from} cannot be merged into itself`);
    const source = from.startsWith('name:') ? null : known(people, from);
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
    const person = known(people, from);
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
  alias: ({ id: of, name: added }, people) => {
    const person = known(people, of);
    people.set(of, { ...person, names: [...person.names, added] });
  },
  import: ({ records }, people) => {
    for (const record of records) {
      const there = people.get(record.id);
      people.set(
        record.id,
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
  undo: () => {},
};

const known = (people: People, wanted: string): PersonRecord => {
  const person = people.get(wanted);
  if (!person) throw new ImpossibleEdit(`nobody has the id ${wanted}`);
  return person;
};

const joinNames = (one: PersonRecord, other: PersonRecord): PersonRecord['names'] => [
  ...one.names,
  ...other.names.filter(
    ({ form: added, language: tag }) =>
      !one.names.some((each) => each.form === added && each.language === tag),
  ),
];
