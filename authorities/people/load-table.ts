import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createSharedTables, type SharedTables } from '../../domain/shared-tables.ts';
import { readShippedRecords } from './record-files.ts';
import { openPeopleTable, type PeopleTable } from './table/read-table.ts';
import { writePeopleTable } from './table/write-table.ts';

/**
 * The persons of a file that `npm run dateline -- people build` wrote, or the shipped ones. Read once per process,
 * however many threads it has.
 *
 * @param file  null for the shipped records, from which a table is built in well under a second
 * @throws {BrokenTable} if the file is not a table, or has another version
 */
export const loadPeopleTable = (
  tables: SharedTables = createSharedTables(),
  file: string | null = null,
): PeopleTable =>
  openPeopleTable(
    tables.bytes(`people ${file ?? ''}`, () =>
      file === null ? writePeopleTable(readShippedRecords()) : readWhole(file),
    ),
  );

/** How many bytes one call reads at most. */
const mostAtOnce = 2 ** 30;

/** Reads directly into the shared buffer, without a copy of hundreds of megabytes. */
const readWhole = (file: string): Uint8Array<SharedArrayBuffer> => {
  const handle = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(handle).size));
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(handle, bytes, at, Math.min(mostAtOnce, bytes.length - at), at);
      if (read === 0) break;
      at += read;
    }
    return bytes;
  } finally {
    closeSync(handle);
  }
};
