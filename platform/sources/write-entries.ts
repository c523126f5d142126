import type { Client } from '@elastic/elasticsearch';
import { readHeads } from '../articles/stored.ts';
import { type ItemOutcome, sendBulk } from '../bulk.ts';
import type { StoreNames } from '../names.ts';
import { eraseEntries, purgedReason, refusedEntry } from './erase-entries.ts';
import { type EntryRecord, entryIdOf } from './records.ts';

export interface StoredEntry {
  readonly id: string;
  readonly entry: EntryRecord;
  /** Its position for compare-and-set. */
  readonly seqNo: number;
  readonly primaryTerm: number;
}

/** An entry as it was found, and its next state. */
export interface Settled {
  readonly stored: StoredEntry;
  readonly next: EntryRecord;
}

export interface EntryWriter {
  /** Stores what a source announces. Of articles that are purged, also in the meantime, no text is kept. */
  readonly announce: (entries: readonly EntryRecord[]) => Promise<void>;
  /**
   * Gives entries another state, unless they were changed since they were found: by a purge, or by a newer
   * announcement.
   *
   * @returns the new states that were stored
   */
  readonly settle: (settled: readonly Settled[]) => Promise<readonly EntryRecord[]>;
  /** Records that entries are still in their source. */
  readonly noteSeen: (source: string, articles: readonly string[], seen: string) => Promise<void>;
}

/** Documents in one request. */
const together = 500;

/** Writes entries so that a purge at the same moment holds. */
export const createEntryWriter = (
  client: Client,
  names: StoreNames & { readonly entries: string },
): EntryWriter => {
  const index = names.entries;
  const writeOf = (entry: EntryRecord, stored?: StoredEntry) => {
    const where = stored ? { if_seq_no: stored.seqNo, if_primary_term: stored.primaryTerm } : {};
    const target = { _index: index, _id: entryIdOf(entry.source, entry.article), ...where };
    return { action: JSON.stringify({ index: target }), document: JSON.stringify(entry) };
  };
  const purgedOf = async (entries: readonly EntryRecord[]): Promise<ReadonlySet<string>> => {
    const heads = await readHeads(
      { client, names },
      entries.map(({ article }) => ({ id: article })),
    );
    return new Set([...heads].filter(([, { head }]) => head.purged).map(([article]) => article));
  };
  return {
    announce: async (entries) => {
      for (const part of inParts(entries)) {
        const purged = await purgedOf(part);
        const kept = part.map((entry) =>
          purged.has(entry.article) ? { ...entry, ...refusedEntry(purgedReason) } : entry,
        );
        throwUnstored(
          await sendBulk(
            client,
            kept.map((entry) => writeOf(entry)),
          ),
        );
        // A purge that has begun since then may have looked for entries before these were written.
        for (const article of await purgedOf(kept.filter(({ state }) => state === 'waiting')))
          await eraseEntries(client, index, article);
      }
    },
    settle: async (settled) => {
      const written: EntryRecord[] = [];
      for (const part of inParts(settled)) {
        const outcomes = await sendBulk(
          client,
          part.map(({ stored, next }) => writeOf(next, stored)),
        );
        throwUnstored(outcomes.filter(({ kind }) => kind !== 'conflict'));
        written.push(...part.flatMap(({ next }, n) => (outcomes[n]?.kind === 'written' ? [next] : [])));
      }
      return written;
    },
    noteSeen: async (source, articles, seen) => {
      for (const part of inParts(articles))
        throwUnstored(
          await sendBulk(
            client,
            part.map((article) => ({
              action: JSON.stringify({
                update: { _index: index, _id: entryIdOf(source, article), retry_on_conflict: 3 },
              }),
              document: JSON.stringify({ doc: { seen } }),
            })),
          ),
        );
    },
  };
};

/** An entry that was deleted in the meantime is not a failure. */
const throwUnstored = (outcomes: readonly ItemOutcome[]): void => {
  const failure = outcomes.find(({ kind }) => kind !== 'written' && kind !== 'missing');
  if (failure)
    throw new Error(`an entry was not stored: ${'reason' in failure ? failure.reason : failure.kind}`);
};

export function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += together) yield all.slice(from, from + together);
}
