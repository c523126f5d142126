import { normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import type { NameFacet } from './facet.ts';

export const person = {
  name: 'person',
  field: 'people',
  several: true,
  description: 'Person named: ids, or up to 20 recorded names in any script',
  find: (name, { people }) => people.findByName(name).map(({ id }) => id),
  follow: (id, { people }) => people.get(id)?.id ?? id,
  unrecorded: (name) => `name:${normalizeName(name)}`,
  label: (id, language, { people, printed }) =>
    people.label(id, language) ?? printed?.of(id) ?? capitalizeName(id.replace(/^name:/, '')),
} as const satisfies NameFacet;

/** For names not yet read from an article: ids of persons without a record are folded. */
export const capitalizeName = (name: string): string =>
  name.replace(/(?<=^|[\s\p{Pd}'’.])\p{Ll}/gu, (letter) => letter.toUpperCase());
