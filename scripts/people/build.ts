import { createReadStream, renameSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { readEntity } from '../../authorities/people/import-wikidata.ts';
import type { PersonRecord } from '../../authorities/people/record.ts';
import { joinRecords, readShippedRecords } from '../../authorities/people/record-files.ts';
import { writePeopleTable } from '../../authorities/people/table/write-table.ts';

export interface Built {
  readonly people: number;
  readonly bytes: number;
}

/**
 * Writes the shipped persons and those of Wikidata-style NDJSON files (also `.gz`) as one table. Persons with the same
 * id are joined. The file is written completely or not at all.
 *
 * @throws {BrokenImport} at the first line that is not a person
 */
export const buildPeopleTable = async (out: string, files: readonly string[]): Promise<Built> => {
  const people = new Map(readShippedRecords().map((record) => [record.id, record]));
  for (const file of files)
    for await (const record of readPeople(file))
      people.set(record.id, joinRecords(people.get(record.id), record));
  const bytes = writePeopleTable(people.values());
  const unfinished = `${out}.${process.pid}.unfinished`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, out);
  return { people: people.size, bytes: bytes.length };
};

async function* readPeople(file: string): AsyncGenerator<PersonRecord> {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => text.destroy(error));
  let number = 0;
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield readEntity(line, number);
  }
}
