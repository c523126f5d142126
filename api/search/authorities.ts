import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import type { PlaceAuthority } from '../../authorities/places/index.ts';
import type { PublisherAuthority } from '../../authorities/publishers/index.ts';

/** Who is who, as far as searching needs it. */
export interface Authorities {
  readonly people: PersonNames;
  readonly agencies: AgencyAuthority;
  readonly places: PlaceAuthority;
  readonly publishers: PublisherAuthority;
}

/** The part of the people authority that searches and pages read. */
export interface PersonNames {
  /** The name in a language, else in English, else any; a `name:` id gives its name back. */
  label(id: string, language: string): string;
  /** Everybody who bears this name in any script, or this surname where it is unambiguous. */
  findByName(name: string): readonly { readonly id: string }[];
}
