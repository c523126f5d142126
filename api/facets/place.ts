import { normalize } from '../../domain/normalize.ts';
import type { NameFacet } from './facet.ts';

export const place = {
  name: 'place',
  field: 'dateline.place',
  several: false,
  description: 'Place of the dateline: ids or recorded names',
  find: (name, { places }) => (places.get(name) ? [name] : places.findByName(name)),
  unrecorded: (name) => `name:${normalize(name, 'NFKC').trim()}`,
  printed: 'place',
  label: (id, language, { places }) => places.label(id, language),
} as const satisfies NameFacet;
