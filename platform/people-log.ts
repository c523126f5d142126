import type { Elasticsearch } from './elasticsearch.ts';
import type { Logger } from './log.ts';

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

/**
 * All entries after a number, in order; none if the index does not exist yet.
 *
 * @param expected how many there may be, the page size
 */
export const readPeopleLog = async (
  client: Elasticsearch,
  state: string,
  after = 0,
  expected = pageSize,
): Promise<PeopleLogEntry[]> => {
  const entries: PeopleLogEntry[] = [];
  for (;;) {
    const ids = Array.from({ length: expected }, (_, index) => idOf(after + entries.length + index + 1));
    // Read by id, not by search, because an edit applies from the moment it is written.
    const { docs } = await client.mget<Stored>({ index: state, ids });
    for (const doc of docs) {
      if (!('found' in doc) || !doc.found || !doc._source) return entries;
      const { at, owner, value } = doc._source;
      entries.push({ number: after + entries.length + 1, at, owner, value: JSON.parse(value.edit) });
    }
  }
};

/**
 * Adds an entry as the next number.
 *
 * @returns false if someone else took that number meanwhile: read again, judge again
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

/** A reader that follows the log. */
export interface LogFollower {
  /** Number of the last entry that it has. */
  readonly last: () => number;
  /**
   * @returns entries that were skipped, and why
   * @throws if an entry is invalid; it is passed again later
   */
  readonly apply: (
    entries: readonly PeopleLogEntry[],
  ) => readonly { readonly number: number; readonly why: string }[];
}

/** Entries reach every process within about this time, if Elasticsearch answers. */
export const followEveryMs = 1000;
const newAtOnce = 20;

/** Passes new log entries to a follower, at once and then regularly. A failed read is logged and repeated. */
export const followPeopleLog = (
  { client, state, log }: { client: Elasticsearch; state: string; log: Logger },
  follower: LogFollower,
): { readonly first: Promise<void>; readonly close: () => Promise<void> } => {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      const entries = await readPeopleLog(client, state, follower.last(), newAtOnce);
      const leftOut = entries.length > 0 && !closed ? follower.apply(entries) : [];
      for (const { number, why } of leftOut)
        log.warn({ edit: number, why }, 'an edit of persons no longer fits the records and is left out');
    } catch (error) {
      if (!closed) log.warn({ err: error }, 'edits of persons could not be read; trying again');
    }
    if (!closed)
      timer = setTimeout(() => {
        running = look();
      }, followEveryMs);
  };
  let running = look();
  const first = running;
  return {
    first,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
};
