import type { Submission } from '../../domain/submission.ts';
import { type Acceptor, createAcceptor } from '../../platform/articles/accept.ts';
import { expunge } from '../../platform/articles/expunge.ts';
import { deleteHistory, eraseArticle } from '../../platform/articles/purge.ts';
import type { Purge } from '../../platform/articles/purges.ts';
import { listSnapshots } from '../../platform/articles/snapshots.ts';
import { findUnfinishedPurges } from '../../platform/articles/unfinished-purges.ts';
import { createPurgeLog } from '../../platform/purge-log.ts';
import { auditCommand } from '../audit.ts';
import type { CommandStore } from '../open-store.ts';

/** Small, so that little is left unfinished if the process is killed. */
const atOnce = 20;

export interface PurgeRun {
  /** Articles whose texts are erased. */
  readonly purged: number;
  /** Of these, those left unfinished by an earlier call. */
  readonly finished: number;
  /** Unknown or rejected ids. */
  readonly leftOut: number;
  /** Whether the texts are off the disk too; if not, the same call again continues. */
  readonly merged: boolean;
  /** Snapshots that still contain texts, as `repository/snapshot`. */
  readonly snapshots: readonly string[];
}

interface PurgeOptions {
  /** Pages of ids, read one after the other. */
  readonly pages: AsyncIterable<readonly string[]>;
  /** The reason, for the audit. */
  readonly detail: object;
  readonly stopped: AbortSignal;
  readonly onProgress: (purged: number) => void;
}

/**
 * Erases the texts of many articles permanently, as `DELETE …?purge=true` does for one, and those left unfinished by an
 * interrupted call. When stopped, it finishes the articles that it has begun.
 *
 * @throws {StoreUnavailable}
 */
export const purgeMany = async (
  store: CommandStore,
  { pages, detail, stopped, onProgress }: PurgeOptions,
): Promise<PurgeRun> => {
  const acceptor = createAcceptor(store);
  const purges: Purge[] = [];
  for await (const purge of findUnfinishedPurges(store)) {
    await auditCommand(store, 'purge', [purge.id], { resumed: true });
    purges.push(await erase(store, purge));
  }
  const finished = purges.length;
  let leftOut = 0;
  for await (const page of pages) {
    for (let from = 0; from < page.length && !stopped.aborted; from += atOnce) {
      const ids = page.slice(from, from + atOnce);
      const accepted = await keepOut(acceptor, ids);
      await auditCommand(
        store,
        'purge',
        accepted.map(({ id }) => id),
        detail,
      );
      leftOut += ids.length - accepted.length;
      for (const purge of accepted) purges.push(await erase(store, purge));
      onProgress(purges.length);
    }
    if (stopped.aborted) break;
  }
  const merged = purges.length === 0 || (await expungeAll(store, purges));
  return { purged: purges.length, finished, leftOut, merged, snapshots: await listSnapshots(store) };
};

/** From now on these cannot be sent again. @returns the articles to erase */
const keepOut = async ({ accept }: Acceptor, ids: readonly string[]): Promise<readonly Purge[]> => {
  const deletions = ids.map((id): Submission => ({ id, input: null, bytes: 0, purge: true }));
  return (await accept(deletions, 'bulk')).filter(
    ({ outcome, revision }) => revision > 0 && (outcome === 'accepted' || outcome === 'unchanged'),
  );
};

/** Recorded outside the cluster before anything is erased, so that a restore in between knows about it. */
const erase = async (store: CommandStore, { id, revision }: Purge): Promise<Purge> => {
  await createPurgeLog(store.config.purgeLog).note({ purged: id, revision }, new Date());
  return eraseArticle(store, id, new Date());
};

/** Once for all of them. A writer may have copied an input into `history` while it was erased. */
const expungeAll = async (store: CommandStore, purges: readonly Purge[]): Promise<boolean> => {
  const merged = await expunge(store);
  let late = 0;
  for (const purge of purges) late += await deleteHistory(store, purge);
  return late === 0 ? merged : expunge(store);
};
