import { recognizeDelisted } from './delisted-names.ts';
import { applyEdits, type EditedPeople, type PassedOver } from './edits.ts';
import { matchByInitials } from './find-initials.ts';
import { type FindKey, matchByLetters } from './find-names.ts';
import { matchBySound, type PersonPlaces } from './find-sounds.ts';
import { labelOf, rememberLabels } from './label.ts';
import { loadPeopleTable } from './load-table.ts';
import { normalizeName, OF_NAME } from './matching/normalize-name.ts';
import { byKind, idKey } from './name-keys.ts';
import type { NumberedEdit } from './person-edit.ts';
import { ofOneWord, type PersonMatch, type PersonRecord } from './record.ts';
import { plainForm, splitName } from './surnames.ts';
import { mostRecords } from './table/layout.ts';
import { openPeopleTable, type PeopleTable } from './table/read-table.ts';
import { writePeopleTable } from './table/write-table.ts';
import { untitled } from './untitled.ts';

export type { MatchKind, PersonMatch, PersonName, PersonRecord, PersonRole } from './record.ts';

/** A recorded name of a person. */
export interface RecordedName {
  readonly id: string;
  readonly form: string;
  readonly language: string;
  readonly surname: string | null;
}

export interface PeopleAuthority {
  /** The record of an id, or null. Merged ids lead to the record that they were merged into. */
  get(id: string): PersonRecord | null;
  /** The name to print in a language: official there, else in its primary language, else in English, else any. */
  label(id: string, language: string): string | null;
  /** Persons who may have this name, ignoring a title, best first, at most 50; see `PersonMatch`. Empty over 200 characters. */
  findByName(name: string): PersonMatch[];
  /** By letters alone: as recorded, swapped, inflected, shortened, or a surname, alone or with initials. */
  findByLetters(name: string): PersonMatch[];
  /** By sound alone; persons that `isPossible` rejects are not compared. */
  findBySound(name: string, isPossible?: (record: PersonRecord) => boolean): PersonMatch[];
  /** Persons whose names, or words of names, have the typed prefix, best known first, with the matching name. */
  findByBeginning(typed: string, most: number): ReadonlyMap<string, string>;
  /** Every recorded name, for gazetteers: all records are read for it. */
  names(): IteratorObject<RecordedName>;
  /** The ids that articles have for names that are not linked: `name:` and the name. */
  unlinkedIds(form: string): readonly string[];
  /** Whether an id is hidden, also of a name without a record that is a delisted person's; see `listedPeople`. */
  isDelisted(id: string): boolean;
  readonly size: number;
  /** Increases with every change of the records: anything derived from `names` must be rebuilt. */
  readonly version: number;
}

/** The shipped records with the operators' edits. Takes well under a second. */
export const loadPeople = (
  edits: readonly NumberedEdit[] = [],
  table: PeopleTable = loadPeopleTable(),
): PeopleAuthority => editPeople(table, edits);

/** An authority made of the given records, for callers without a table; their ids are unique. */
export const peopleOf = (records: readonly PersonRecord[]): PeopleAuthority =>
  editPeople(openPeopleTable(writePeopleTable(records)), []);

/** A table of persons with edits applied; edits that do not fit it are skipped. */
export const editPeople = (table: PeopleTable, edits: readonly NumberedEdit[]): PeopleAuthority =>
  editPeopleTelling(table, edits).people;

/** The same, with the edits that were left out. */
export const editPeopleTelling = (
  table: PeopleTable,
  edits: readonly NumberedEdit[],
): { readonly people: PeopleAuthority; readonly impossible: readonly PassedOver[] } => {
  const edited = applyEdits(table, edits);
  return { people: authorityOf(table, edited), impossible: edited.impossible };
};

/**
 * The large table does not change: edited persons are in a second, small table, and are hidden in the large one.
 */
const authorityOf = (
  table: PeopleTable,
  { changed, redirects, delisted, delistedNames }: EditedPeople,
): PeopleAuthority => {
  const edited = [...changed.values()].filter((record) => record !== null);
  const hidden = new Set(
    [...changed.keys()].flatMap((id) => table.find(idKey(id), 1)).map(({ ordinal }) => ordinal),
  );
  const layers: readonly Layer[] =
    changed.size === 0
      ? [{ table, hidden }]
      : [
          { table: openPeopleTable(writePeopleTable(edited)), hidden: new Set() },
          { table, hidden },
        ];
  const get = (id: string): PersonRecord | null => {
    const wanted = redirects.get(id) ?? id;
    const own = changed.get(wanted);
    return own === undefined ? table.get(wanted) : own;
  };
  const find = findIn(layers);
  const places = placesIn(layers);
  const isDelistedName = recognizeDelisted(delistedNames);
  const findByLetters = (name: string): PersonMatch[] => {
    const matches = matchByLetters(find, name);
    return matches.length > 0 ? matches : matchByInitials(places, name);
  };
  const findBySound: PeopleAuthority['findBySound'] = (name, isPossible) =>
    matchBySound(find, get, places, name, isPossible);
  return {
    size: table.size - hidden.size + edited.length,
    version: 0,
    get,
    label: rememberLabels((id, language) => {
      const names = get(id)?.names;
      return names ? labelOf(names, language) : null;
    }),
    findByName: (name) => {
      const whole = findByLetters(name);
      const matches = whole.length > 0 ? whole : firstFound(untitled(name), findByLetters);
      return matches.some(({ how }) => !ofOneWord.has(how)) ? matches : [...matches, ...findBySound(name)];
    },
    findByLetters,
    findBySound,
    findByBeginning: (typed, most) => findBeginnings(layers, typed, most),
    names: () => listNames(layers),
    isDelisted: (id) =>
      delisted.has(id) || (id.startsWith(OF_NAME) && isDelistedName(id.slice(OF_NAME.length))),
    unlinkedIds: (form) => [`name:${normalizeName(form)}`],
  };
};

const firstFound = (names: readonly string[], find: (name: string) => PersonMatch[]): PersonMatch[] => {
  for (const name of names) {
    const found = find(name);
    if (found.length > 0) return found;
  }
  return [];
};

/** A table, and the persons in it that are hidden. */
interface Layer {
  readonly table: PeopleTable;
  readonly hidden: ReadonlySet<number>;
}

const findIn =
  (layers: readonly Layer[]): FindKey =>
  (key, most) => {
    const found = layers.flatMap(({ table, hidden }) =>
      table
        .find(key, most + hidden.size)
        .filter(({ ordinal }) => !hidden.has(ordinal))
        .slice(0, most)
        .map(({ ordinal, kind }) => ({ id: table.at(ordinal).id, kind })),
    );
    return layers.length === 1 ? found : found.sort(byKind).slice(0, most);
  };

/** The same without reading the records: only the table and the position in it. */
const placesIn = (layers: readonly Layer[]): PersonPlaces => ({
  find: (key, most) =>
    layers.flatMap(({ table, hidden }, layer) =>
      table
        .find(key, most + hidden.size)
        .filter(({ ordinal }) => !hidden.has(ordinal))
        .slice(0, most)
        .map(({ ordinal }) => layer * mostRecords + ordinal),
    ),
  at: (place) => {
    const layer = layers[Math.floor(place / mostRecords)];
    if (!layer) throw new RangeError(`there is no layer for place ${place}`);
    return layer.table.at(place % mostRecords);
  },
});

const longestTyped = 100;

const findBeginnings = (
  layers: readonly Layer[],
  typed: string,
  most: number,
): ReadonlyMap<string, string> => {
  const text = normalizeName(typed.slice(0, longestTyped));
  if (text === '') return new Map();
  const found = layers.flatMap(({ table, hidden }) =>
    [...table.beginning(text, most + hidden.size)]
      .filter(([ordinal]) => !hidden.has(ordinal))
      .map(([ordinal, form]): [string, string] => [table.at(ordinal).id, form]),
  );
  return new Map(found.slice(0, most));
};

function* listNames(layers: readonly Layer[]): Generator<RecordedName> {
  for (const { table, hidden } of layers)
    for (let ordinal = 0; ordinal < table.size; ordinal += 1)
      if (!hidden.has(ordinal)) yield* namesOf(table.at(ordinal));
}

const namesOf = ({ id, names, country }: PersonRecord): RecordedName[] =>
  names.map((name) => {
    const { surname } = splitName(name, country);
    return {
      id,
      form: plainForm(name.form),
      language: name.language,
      surname: surname.length > 0 ? surname.join(' ') : null,
    };
  });
