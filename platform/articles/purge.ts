import { StoreUnavailable } from '../../domain/errors.ts';
import { sendBulk } from '../bulk.ts';
import { eraseEntries } from '../sources/erase-entries.ts';
import { eraseDocuments } from './erase-documents.ts';
import { expunge } from './expunge.ts';
import { notePurge, type Purge, type PurgeStore } from './purges.ts';
import { listSnapshots } from './snapshots.ts';
import { readHeads, type StoredHead, unlessAway } from './stored.ts';

/** The result of an erasure; only id and revision stay. */
export interface Erased extends Purge {
  /** Number of erased records. */
  readonly erased: { readonly history: number; readonly failures: number; readonly documents: number };
}

/** The same, and copies that it cannot reach. */
export interface Purged extends Erased {
  /** Whether the text is off the disk too; if not, purging again continues. */
  readonly merged: boolean;
  /** Snapshots that still contain the text, as `repository/snapshot`; delete them to remove it. */
  readonly snapshots: readonly string[];
}

/**
 * Erases the text of a deleted article, also from the disk.
 *
 * @param id an article whose deletion is already accepted
 * @throws {StoreUnavailable} if not everything is erased; repeat the call to continue
 */
export const purgeArticle = async (store: PurgeStore, id: string, now: Date): Promise<Purged> => {
  const erased = await eraseArticle(store, id, now);
  const merged = await expunge(store);
  // A writer that read the input before it was erased may have copied it into history in the meantime.
  const late = await deleteHistory(store, erased);
  return {
    ...erased,
    merged: late === 0 ? merged : await expunge(store),
    snapshots: await listSnapshots(store),
  };
};

/**
 * Erases the text of a deleted article permanently: input, history, failures, waiting entries of sources, and its
 * documents in every index, including those kept for rollback. Id and revision stay, so that an old copy is recognized
 * as old. May be repeated.
 *
 * @param id  an article whose deletion is already accepted
 * @throws {StoreUnavailable} if not everything is erased; the same call continues it
 */
export const eraseArticle = async (store: PurgeStore, id: string, now: Date): Promise<Erased> => {
  const { client, names } = store;
  const stored = (await readHeads(store, [{ id }])).get(id);
  if (!stored?.head.deleted)
    throw new StoreUnavailable(`${id.slice(0, 100)} is being written at this moment`);
  const { revision } = stored.head;
  // Recorded first, so that a restore in between erases it again.
  await notePurge(store, { id, revision }, now);
  const documents = await eraseDocuments(store, id, stored.head);
  const failures = await deleteRecords(store, names.failures, [id]);
  await unlessAway(eraseEntries(client, names.entries, id));
  // Last: `findUnfinishedPurges` takes an article without former inputs for finished.
  const history = await deleteHistory(store, { id, revision });
  await eraseInput(store, id, stored);
  await client.indices.refresh({ index: names.raw }).catch(() => {});
  return { id, revision, erased: { history, failures, documents } };
};

/** Former inputs up to the purged revision; later inputs are kept. */
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
  if (outcome?.kind !== 'written') throw new StoreUnavailable('the article was written in the meantime');
};

/** For an article that a snapshot lacks, so that it cannot be sent as new. @throws {StoreUnavailable} */
export const keepOut = async (
  { client, names }: PurgeStore,
  { id, revision }: Purge,
  now: Date,
): Promise<void> => {
  const received = now.toISOString();
  const document = { revision, checksum: '', received, deleted: true, input: null, purged: true };
  await unlessAway(client.index({ index: names.raw, id, op_type: 'create', document }));
};

/**
 * Allows a purged article to be sent again; erased text stays erased.
 *
 * @returns false if it is not purged
 * @throws {StoreUnavailable}
 */
export const allowPurged = async (store: PurgeStore, id: string): Promise<boolean> => {
  const { client, names } = store;
  const stored = (await readHeads(store, [{ id }])).get(id);
  if (!stored?.head.purged) return false;
  const where = { if_seq_no: stored.seqNo, if_primary_term: stored.primaryTerm };
  await unlessAway(client.update({ index: names.raw, id, ...where, doc: { purged: false }, refresh: true }));
  return true;
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
    throw new StoreUnavailable(`${index} does not accept the erasure`);
  return outcomes.filter(({ kind }) => kind === 'written').length;
};
