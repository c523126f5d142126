import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import type { PeopleAuthority } from '../../authorities/people/index.ts';
import { latestRole, nameOffice } from '../../authorities/people/offices.ts';
import type { PlaceAuthority } from '../../authorities/places/index.ts';
import type { PublisherAuthority } from '../../authorities/publishers/index.ts';
import { remembered } from '../../domain/remembered.ts';
import type { AcrossServices } from '../across/services.ts';
import { type NameFacetName, nameFacet } from '../facets/index.ts';
import type { ArchiveNames } from './archive-names.ts';
import type { Curated } from './curated.ts';
import type { PrintedNames } from './printed-names.ts';
import type { Synonyms } from './synonyms.ts';

/** The authorities that searching needs. */
export interface Authorities {
  readonly people: PeopleAuthority;
  readonly agencies: AgencyAuthority;
  readonly places: PlaceAuthority;
  readonly publishers: PublisherAuthority;
  /** Absent: no synonyms. */
  readonly synonyms?: Synonyms;
  /** Absent: no best bets. */
  readonly curated?: Pick<Curated, 'bestBetsFor'>;
  /** Absent: names in articles are not counted. */
  readonly archive?: ArchiveNames;
  /** Absent: labels of persons without a record are made from their folded ids. */
  readonly printed?: PrintedNames;
  /** Index of the collections. Absent: none is found. */
  readonly collections?: string;
  /** Absent: queries are not translated. */
  readonly across?: AcrossServices;
}

/** The label of a facet value in a language. */
export const labelOf = (
  facet: NameFacetName,
  id: string,
  language: string,
  authorities: Authorities,
): string => nameFacet(facet).label(id, language, authorities);

/** A person's current or last office in the reader's language, which distinguishes namesakes. */
export const roleOf = (
  id: string,
  language: string,
  { people }: Pick<Authorities, 'people'>,
): { readonly role?: string } => {
  const person = people.get(id);
  const role = person && latestRole(person.roles);
  return role ? { role: nameOffice(role.office, role.country ?? person.country, language) } : {};
};

/** A language's name in a reader's language. */
export const languageName = (tag: string, language: string): string => nameOf(`${language} ${tag}`);

const nameOf = remembered((key) => {
  const [language = 'en', tag = ''] = key.split(' ');
  try {
    return tag === 'und' ? tag : (displayNames(language).of(tag) ?? tag);
  } catch {
    return tag;
  }
});

const displayNames = remembered((language) => new Intl.DisplayNames([language], { type: 'language' }));
