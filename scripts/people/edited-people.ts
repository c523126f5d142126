import { editPeople, type PeopleAuthority } from '../../authorities/people/index.ts';
import { loadPeopleTable } from '../../authorities/people/load-table.ts';
import { type NumberedEdit, storedEdit } from '../../authorities/people/person-edit.ts';
import type { PeopleTable } from '../../authorities/people/table/read-table.ts';
import type { Config } from '../../platform/config.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { type PeopleLogEntry, readPeopleLog } from '../../platform/people-log.ts';

/** The authority in its current state, as the running processes have it. */
export interface EditedPeople {
  readonly table: PeopleTable;
  readonly log: readonly PeopleLogEntry[];
  readonly edits: readonly NumberedEdit[];
  readonly people: PeopleAuthority;
}

/** @param state the index with the log of edits */
export const readEditedPeople = async (
  client: Elasticsearch,
  state: string,
  config: Pick<Config, 'people'>,
): Promise<EditedPeople> => {
  const table = loadPeopleTable(undefined, config.people.table);
  const log = await readPeopleLog(client, state);
  const edits = log.map(({ number, value }) => ({ number, edit: storedEdit.parse(value) }));
  return { table, log, edits, people: editPeople(table, edits) };
};
