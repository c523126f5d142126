import { agency } from './agency.ts';
import { author } from './author.ts';
import { country } from './country.ts';
import type { NameFacet } from './facet.ts';
import { mentions } from './mentions.ts';
import { person } from './person.ts';
import { place } from './place.ts';
import { publisher } from './publisher.ts';

/** Every facet of names, once. `lang` and `date`, which are not names, are in `search/facets/`. */
export const nameFacets = [
  agency,
  person,
  author,
  place,
  mentions,
  publisher,
  country,
] as const satisfies readonly NameFacet[];

export type NameFacetName = (typeof nameFacets)[number]['name'];

const byName: ReadonlyMap<string, NameFacet> = new Map(nameFacets.map((facet) => [facet.name, facet]));

export const nameFacet = (name: NameFacetName): NameFacet => byName.get(name) ?? agency;
