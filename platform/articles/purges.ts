import { createHash } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { StoreNames } from '../names.ts';
import { unlessAway } from './stored.ts';

export interface PurgeStore {
  readonly client: Client;
  readonly names: StoreNames & {
    readonly state: string;
    readonly entries: string;
    readonly exports: string;
    readonly allArticleIndices: string;
  };
}

/** An article whose texts up to a revision must stay erased. */
export interface Purge {
  readonly id: string;
  readonly revision: number;
}

const kind = 'purge';
const pageSize = 1000;
const noted = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({ value: z.object({ id: z.string(), revision: z.number() }) }),
        sort: z.array(z.union([z.string(), z.number()])),
      }),
    ),
  }),
});

/** Remembers that an article is purged, for restores. */
export const notePurge = async (
  { client, names }: PurgeStore,
  { id, revision }: Purge,
  now: Date,
): Promise<void> => {
  const name = createHash('sha256').update(id).digest('base64url');
  await unlessAway(
    client.index({
      index: names.state,
      id: `${kind}:${name}`,
      // Not `wait_for`: purging thousands would take a second for each.
      refresh: true,
      document: { kind, at: now.toISOString(), owner: name, value: { id, revision } },
    }),
  );
};

/**
 * Every purge, for a restore: a snapshot that is older than a purge brings the text back, and its own list lacks
 * the purge. So read the list before restoring, keep it, and pass it to `applyPurges` afterwards.
 *
 * @throws {StoreUnavailable}
 */
export async function* listPurges({ client, names }: PurgeStore): AsyncGenerator<Purge> {
  let after: (string | number)[] | undefined;
  do {
    const answer: unknown = await unlessAway(
      client.search({
        index: names.state,
        size: pageSize,
        query: { term: { kind } },
        sort: [{ owner: 'asc' }],
        ...(after ? { search_after: after } : {}),
      }),
    );
    const { hits } = noted.parse(answer).hits;
    for (const { _source } of hits) yield _source.value;
    after = hits.at(-1)?.sort;
  } while (after);
}
