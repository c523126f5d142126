import { normalize } from '../../domain/normalize.ts';
import type { NameFacet } from './facet.ts';

export const agency = {
  name: 'agency',
  field: 'agency',
  several: true,
  description: 'Credited agency: ids or recorded names in any script',
  find: (name, { agencies }) => (agencies.get(name) ? [name] : agencies.findByName(name)),
  unrecorded: (name) => `name:${normalize(name, 'NFKC').trim()}`,
  printed: 'agency',
  label: (id, language, { agencies }) => agencies.label(id, language),
} as const satisfies NameFacet;
