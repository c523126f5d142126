import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecords } from './read-records.ts';
import type { PersonRecord } from './record.ts';

const folder = join(import.meta.dirname, 'records');

/**
 * The records of the repository. Records with the same id are joined: the first wins, with the names and roles of all.
 *
 * @throws {BrokenRecord} if a shipped file is broken
 */
export const readShippedRecords = (): PersonRecord[] => {
  const people = new Map<string, PersonRecord>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort())
    for (const record of readRecords(file, readFileSync(join(folder, file), 'utf8')))
      people.set(record.id, joinRecords(people.get(record.id), record));
  return [...people.values()];
};

export const joinRecords = (known: PersonRecord | undefined, record: PersonRecord): PersonRecord =>
  known
    ? {
        ...known,
        names: [...known.names, ...record.names],
        roles: [...known.roles, ...record.roles],
      }
    : record;
