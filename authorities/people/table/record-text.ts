import type { NameKind, PersonName, PersonRecord } from '../record.ts';

/** Consecutive languages with the same form share it: most names are written alike in a dozen languages. */
type PackedName = readonly [form: string, languages: string, kind: NameKind];
type PackedRole = readonly [office: string, country: string | null, from: number | null, to: number | null];
type Packed = readonly [
  id: string,
  country: string | null,
  names: readonly PackedName[],
  roles: readonly PackedRole[],
];

/** A record as short JSON; `unpackRecord` restores it. */
export const packRecord = ({ id, country, names, roles }: PersonRecord): string => {
  const grouped: [form: string, languages: string, kind: NameKind][] = [];
  for (const { form, language, kind } of names) {
    const last = grouped.at(-1);
    if (last && last[0] === form && last[2] === kind) last[1] += `,${language}`;
    else grouped.push([form, language, kind]);
  }
  const packed: Packed = [
    id,
    country,
    grouped,
    roles.map(({ office, country: where, from, to }) => [office, where, from, to]),
  ];
  return JSON.stringify(packed);
};

export const unpackRecord = (text: string): PersonRecord => {
  const [id, country, names, roles] = readPacked(text);
  return {
    id,
    country,
    names: names.flatMap(([form, languages, kind]) =>
      languages.split(',').map((language): PersonName => ({ form, language, kind })),
    ),
    roles: roles.map(([office, where, from, to]) => ({ office, country: where, from, to })),
  };
};

/** A checked table holds what `packRecord` wrote, so it is not validated again: this is the hot path of every look-up. */
const readPacked = (text: string): Packed => JSON.parse(text);
