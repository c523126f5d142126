import { createSharedTables, type SharedTables } from '../domain/shared-tables.ts';
import { type AgencyAuthority, loadAgencies } from './agencies/index.ts';
import { createEditedAuthority, type EditedAuthority } from './people/edited.ts';
import type { PeopleAuthority } from './people/index.ts';
import { loadPeopleTable } from './people/load-table.ts';
import { loadPlaces, type PlaceAuthority } from './places/index.ts';
import { loadPublishers, type PublisherAuthority } from './publishers/index.ts';

/** The authority of persons. */
export interface Authorities {
  readonly agencies: AgencyAuthority;
  readonly people: PeopleAuthority;
  readonly places: PlaceAuthority;
  readonly publishers: PublisherAuthority;
}

export interface LoadedAuthorities extends Authorities {
  /** Applies edits of operators; `people` shows them from then on. */
  readonly edited: EditedAuthority;
}

export interface AuthorityOptions {
  /** File of the table of persons; null or absent for the shipped one. */
  readonly peopleTable?: string | null;
  /** Tables that other threads of this process have loaded already. */
  readonly tables?: SharedTables;
}

/** Only the persons, for callers that only look up ids. @throws {BrokenTable} if the file is not a table of persons */
export const loadPeople = ({
  peopleTable = null,
  tables = createSharedTables(),
}: AuthorityOptions = {}): EditedAuthority => createEditedAuthority(loadPeopleTable(tables, peopleTable));

/**
 * The only place that puts the authorities together. Takes well under a second; call it once per thread.
 *
 * @throws {BrokenTable} if the file is not a table of persons
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
