import type { NameFacet } from './facet.ts';

export const publisher = {
  name: 'publisher',
  field: 'publisher',
  several: false,
  description: 'Site that carried it: ids, hosts or recorded names',
  find: (name, { publishers }) =>
    isHost(name)
      ? [publishers.publisherOf(name)?.id ?? name.toLowerCase().replace(/^www\./, '')]
      : publishers.findByName(name),
  unrecorded: (name) => name,
  label: (id, language, { publishers }) => publishers.label(id, language),
} as const satisfies NameFacet;

const isHost = (name: string): boolean => /^[^\s/]+\.[^\s/]+$/.test(name);
