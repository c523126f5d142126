import type { Elasticsearch } from './elasticsearch.ts';

/** One entry of the log of edits to the authority of people, as it is stored; the authority reads `value`. */
export interface PeopleLogEntry {
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  readonly owner: string;
  readonly value: unknown;
}

const kind = 'people-edit';
const pageSize = 1000;

/** All entries after a number, in order. An index that is not there yet has none. */
export const readPeopleLog = async (client: Elasticsearch, state: string): Promise<PeopleLogEntry[]> => {
  const entries: PeopleLogEntry[] = [];
  for (;;) {
    const ids = Array.from({ length: pageSize }, (_, index) => idOf(entries.length + index + 1));
    // Read by id, not by search: an edit counts from the moment it is written.
    const { docs } = await client.mget<Stored>({ index: state, ids });
    for (const doc of docs) {
      if (!('found' in doc) || !doc.found || !doc._source) return entries;
      const { at, owner, value } = doc._source;
      entries.push({ number: entries.length + 1, at, owner, value: JSON.parse(value.edit) });
    }
  }
};

/**
 * Adds an entry as the next number.
 *
 * @returns false where somebody else took that number meanwhile: read again, judge again
 */
export const appendToPeopleLog = async (
  client: Elasticsearch,
  state: string,
  entry: PeopleLogEntry,
): Promise<boolean> => {
  const { number, at, owner, value } = entry;
  const answer = await client.create(
    {
      index: state,
      id: idOf(number),
      refresh: 'wait_for',
      document: { kind, at, owner, value: { edit: JSON.stringify(value) } },
    },
    { ignore: [409], meta: true },
  );
  return answer.statusCode !== 409;
};

interface Stored {
  readonly at: string;
  readonly owner: string;
  readonly value: { readonly edit: string };
}

const idOf = (number: number): string => `${kind}:${String(number).padStart(8, '0')}`;
