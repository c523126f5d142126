import { StoreUnavailable } from '../../domain/errors.ts';
import { sendBulk } from '../bulk.ts';
import { eraseDocuments } from './erase-documents.ts';
import { notePurge, type Purge, type PurgeStore } from './purges.ts';
import { listSnapshots } from './snapshots.ts';
import { readHeads, type StoredHead, unlessAway } from './stored.ts';

/** What an erasure left: nothing but id and revision, and copies that it cannot reach. */
export interface Purged extends Purge {
  /** Records that went. */
  readonly erased: { readonly history: number; readonly failures: number; readonly documents: number };
  /** Snapshots that still hold the text, as `repository/snapshot`; delete them to be rid of it. */
  readonly snapshots: readonly string[];
}

/**
 * Erases the text of a deleted article for good: input, history, failures, and its documents in every index, those
 * kept for rollback included. Id and revision stay, so that an old copy of it is known as old. May be repeated.
 *
 * @param id  an article whose deletion is accepted already
 * @throws {StoreUnavailable} before all is erased; the same call again goes on
 */
export const purgeArticle = async (store: PurgeStore, id: string, now: Date): Promise<Purged> => {
  const { client, names } = store;
  const stored = (await readHeads(store, [{ id }])).get(id);
  if (!stored?.head.deleted) throw new StoreUnavailable(`${id.slice(0, 100)} is written to just now`);
  const { revision } = stored.head;
  // Noted first: whoever restores a snapshot in between erases it again.
  await notePurge(store, { id, revision }, now);
  const documents = await eraseDocuments(store, id, stored.head);
  const history = await deleteHistory(store, { id, revision });
  const failures = await deleteRecords(store, names.failures, [id]);
  await eraseInput(store, id, stored);
  await expunge(store);
  await client.indices.refresh({ index: names.raw }).catch(() => {});
  return { id, revision, erased: { history, failures, documents }, snapshots: await listSnapshots(store) };
};

/** Former inputs up to the purged revision; what was sent after the purge stays. */
export const deleteHistory = async (store: PurgeStore, { id, revision }: Purge): Promise<number> => {
  const { client, names } = store;
  for (let deleted = 0; ; ) {
    await unlessAway(client.indices.refresh({ index: names.history }));
    const { hits } = await unlessAway(
      client.search({
        index: names.history,
        size: pageSize,
        _source: false,
        query: { bool: { filter: [{ term: { id } }, { range: { revision: { lte: revision } } }] } },
      }),
    );
    if (hits.hits.length === 0) return deleted;
    deleted += await deleteRecords(
      store,
      names.history,
      hits.hits.flatMap(({ _id }) => _id ?? []),
    );
  }
};

const pageSize = 500;

const eraseInput = async (
  { client, names }: PurgeStore,
  id: string,
  { head, seqNo, primaryTerm }: StoredHead,
): Promise<void> => {
  const target = { _index: names.raw, _id: id, if_seq_no: seqNo, if_primary_term: primaryTerm };
  const [outcome] = await sendBulk(client, [
    {
      action: JSON.stringify({ index: target }),
      document: JSON.stringify({ ...head, checksum: '', input: null, purged: true }),
    },
  ]);
  if (outcome?.kind !== 'written') throw new StoreUnavailable('the article was written to meanwhile');
};

/** @returns how many there were */
const deleteRecords = async (
  { client }: PurgeStore,
  index: string,
  ids: readonly string[],
): Promise<number> => {
  const outcomes = await sendBulk(
    client,
    ids.map((id) => ({ action: JSON.stringify({ delete: { _index: index, _id: id } }) })),
  );
  if (outcomes.some(({ kind }) => kind !== 'written' && kind !== 'missing'))
    throw new StoreUnavailable(`${index} does not take the erasure`);
  return outcomes.filter(({ kind }) => kind === 'written').length;
};

/** Deleted text stays in segments until they are merged: so they are, in the background. */
const expunge = async ({ client, names }: PurgeStore): Promise<void> => {
  const index = [names.history, names.raw, names.allArticleIndices];
  await client.indices
    .forcemerge({ index, only_expunge_deletes: true, wait_for_completion: false })
    .catch(() => {});
};
