import { join } from 'node:path';
import { loadMentioned, type MentionedAuthority } from '../mentioned/index.ts';
import { NameIndex, type NameMatch } from '../name-index.ts';
import { labelIn, parseNames, readTable, type TableRow } from '../table.ts';

/** A place from which articles are dated. */
export interface Place {
  /** A slug of the English name, with the country if two places share it: `beijing`, `london-ca`. */
  readonly id: string;
  readonly kind: 'capital' | 'city' | 'region';
  /** ISO 3166. */
  readonly country: string;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export interface PlaceAuthority {
  get(id: string): Place | null;
  /** The name in a language, else in English; for a `name:` id, that name. */
  label(id: string, language: string): string;
  /** Ids of the places of this name in any recorded language, the largest first. */
  findByName(printed: string): string[];
  findAll(text: string): readonly NameMatch[];
  all(): readonly Place[];
  /** The places and bodies that texts name, other than the place of the dateline. */
  readonly mentioned: MentionedAuthority;
}

const file = 'places.tsv';

/**
 * Loads the places. Rows are sorted with the largest first, so that an ambiguous name means the largest place
 * first.
 */
export const loadPlaces = (): PlaceAuthority => {
  const records = new Map<string, Place>();
  const names = new NameIndex();
  for (const row of readTable(join(import.meta.dirname, file))) {
    const place = readPlace(row);
    if (records.has(place.id)) throw new Error(`${file}: duplicate id ${place.id}`);
    records.set(place.id, place);
    for (const forms of place.names.values()) for (const form of forms) names.add(form, place.id);
  }
  const places: Omit<PlaceAuthority, 'mentioned'> = {
    get: (id) => records.get(id) ?? null,
    label: (id, language) => {
      const place = records.get(id);
      return (place && labelIn(place.names, language)) ?? id.replace(/^name:/, '');
    },
    findByName: (printed) => [...names.find(printed)],
    findAll: (text) => names.findAll(text),
    all: () => [...records.values()],
  };
  return { ...places, mentioned: loadMentioned(places) };
};

const kinds: ReadonlySet<string> = new Set<Place['kind']>(['capital', 'city', 'region']);
const isKind = (value: string): value is Place['kind'] => kinds.has(value);

const readPlace = (row: TableRow): Place => {
  const id = row.id ?? '';
  const kind = row.kind ?? '';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) throw new Error(`${file}: “${id}” is no id`);
  if (!isKind(kind)) throw new Error(`${file}, ${id}: “${kind}” is not a kind of place`);
  return { id, kind, country: row.country ?? '', names: parseNames(row.names ?? '', `${file}, ${id}`) };
};
