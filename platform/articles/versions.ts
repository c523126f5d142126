import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { StoreNames } from '../names.ts';
import { type RawRecord, rawRecord, seenSince } from './records.ts';
import { readRecords, unlessAway } from './stored.ts';

/** One revision of an article as it came in. */
export interface StoredVersion {
  readonly id: string;
  readonly record: RawRecord;
  /** When readers could first see it: received, or the end of its embargo. */
  readonly since: string;
}

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** More revisions of one article are not shown. */
export const mostVersions = 200;

const former = z.object({ hits: z.object({ hits: z.array(z.object({ _source: rawRecord })) }) });

/**
 * Revisions of one article, the newest first: the one in `raw`, then those in `history`. A copy that a crash left in
 * history beside its original in `raw` is told by its revision and left out.
 *
 * @returns empty where the article was never sent, or is purged
 * @throws {StoreUnavailable}
 */
export const readVersions = async (store: Store, id: string): Promise<readonly StoredVersion[]> => {
  const newest = (await readRecords(store, [{ id }])).get(id);
  if (!newest || newest.purged) return [];
  const { client, names } = store;
  await unlessAway(client.indices.refresh({ index: names.history }));
  const answer = await unlessAway(
    client.search({
      index: names.history,
      size: mostVersions,
      query: { bool: { filter: [{ term: { id } }, { range: { revision: { lt: newest.revision } } }] } },
      sort: [{ revision: 'desc' }],
    }),
  );
  const older = former.parse(answer).hits.hits.map(({ _source }) => _source);
  const { seqNo: _, ...record } = newest;
  return [record, ...older].map((one) => ({ id, record: one, since: seenSince(one) }));
};

/** Those that may be seen now; with `embargoed` all, for whoever may write. */
export const visibleVersions = (
  versions: readonly StoredVersion[],
  now: Date,
  { embargoed }: { readonly embargoed: boolean },
): readonly StoredVersion[] =>
  embargoed ? versions : versions.filter(({ since }) => Date.parse(since) <= now.getTime());

/**
 * The version that stood at an instant: the newest revision that readers could see by then.
 *
 * @returns null where there was none yet
 */
export const versionAt = (versions: readonly StoredVersion[], instant: Date): StoredVersion | null =>
  versions.find(({ since }) => Date.parse(since) <= instant.getTime()) ?? null;
