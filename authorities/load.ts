import { createSharedTables, type SharedTables } from '../domain/shared-tables.ts';
import { type AgencyAuthority, loadAgencies } from './agencies/index.ts';
import { createEditedAuthority, type EditedAuthority } from './people/edited.ts';
import type { PeopleAuthority } from './people/index.ts';
import { loadPeopleTable } from './people/load-table.ts';
import { loadPlaces, type PlaceAuthority } from './places/index.ts';
import { loadPublishers, type PublisherAuthority } from './publishers/index.ts';

/** Who is who. */
export interface Authorities {
  readonly agencies: AgencyAuthority;
  readonly people: PeopleAuthority;
  readonly places: PlaceAuthority;
  readonly publishers: PublisherAuthority;
}

export interface LoadedAuthorities extends Authorities {
  /** Puts edits of operators into force; `people` shows them from then on. */
  readonly edited: EditedAuthority;
}

export interface AuthorityOptions {
  /** File of the persons' table; null or absent for the shipped ones. */
  readonly peopleTable?: string | null;
  /** Tables that other threads of this process have loaded already. */
  readonly tables?: SharedTables;
}

/** The persons alone, for whoever only asks about ids. @throws {BrokenTable} if the persons' file is none */
export const loadPeople = ({
  peopleTable = null,
  tables = createSharedTables(),
}: AuthorityOptions = {}): EditedAuthority => createEditedAuthority(loadPeopleTable(tables, peopleTable));

/**
 * The only place where the authorities are put together. Takes well under a second: once a thread.
 *
 * @throws {BrokenTable} if the persons' file is none
 */
export const loadAuthorities = (options: AuthorityOptions = {}): LoadedAuthorities => {
  const agencies = loadAgencies();
  const edited = loadPeople(options);
  return {
    agencies,
    edited,
    people: edited.people,
    places: loadPlaces(),
    publishers: loadPublishers(agencies),
  };
};
