import type { Submission } from '../../domain/submission.ts';
import { createAcceptor } from '../../platform/articles/accept.ts';
import { expunge } from '../../platform/articles/expunge.ts';
import { deleteHistory, eraseArticle } from '../../platform/articles/purge.ts';
import type { Purge } from '../../platform/articles/purges.ts';
import { listSnapshots } from '../../platform/articles/snapshots.ts';
import { findUnfinishedPurges } from '../../platform/articles/unfinished-purges.ts';
import { createPurgeLog } from '../../platform/purge-log.ts';
import { auditCommand } from '../audit.ts';
import type { CommandStore } from '../open-store.ts';

/** Small, so that little is left unfinished where the process is killed. */
const atOnce = 20;

export interface PurgeRun {
  /** Articles whose texts are erased. */
  readonly purged: number;
  /** Of these, those that an earlier call had left unfinished. */
  readonly finished: number;
  /** Purged already, or unknown. */
  readonly leftOut: number;
  /** Whether the texts are off the disk too; if not, the same call again continues. */
  readonly merged: boolean;
  /** Snapshots that still hold texts, as `repository/snapshot`. */
  readonly snapshots: readonly string[];
}

interface PurgeOptions {
  /** Ids by pages; read one page after the other. */
  readonly pages: AsyncIterable<readonly string[]>;
  /** Why, for the audit. */
  readonly detail: object;
  readonly stopped: AbortSignal;
  readonly onProgress: (purged: number) => void;
}

/**
 * Erases the texts of many articles for good, as `DELETE …?purge=true` does for one, and what an interrupted call has
 * left. Stopped, it ends with the articles that it has begun.
 *
 * @throws {StoreUnavailable}
 */
export const purgeMany = async (
  store: CommandStore,
  { pages, detail, stopped, onProgress }: PurgeOptions,
): Promise<PurgeRun> => {
  const purges: Purge[] = [];
  for await (const id of findUnfinishedPurges(store)) purges.push(await erase(store, id));
  const finished = purges.length;
  let leftOut = 0;
  for await (const page of pages) {
    for (let from = 0; from < page.length && !stopped.aborted; from += atOnce) {
      const ids = page.slice(from, from + atOnce);
      const accepted = await keepOut(store, ids, detail);
      leftOut += ids.length - accepted.length;
      for (const id of accepted) purges.push(await erase(store, id));
      onProgress(purges.length);
    }
    if (stopped.aborted) break;
  }
  const merged = purges.length === 0 || (await expungeAll(store, purges));
  return { purged: purges.length, finished, leftOut, merged, snapshots: await listSnapshots(store) };
};

/** From now on nobody can send these again. @returns those that are to be erased */
const keepOut = async (
  store: CommandStore,
  ids: readonly string[],
  detail: object,
): Promise<readonly string[]> => {
  const deletions = ids.map((id): Submission => ({ id, input: null, bytes: 0, purge: true }));
  const accepted = (await createAcceptor(store).accept(deletions, 'bulk')).filter(
    ({ outcome, revision }) => revision > 0 && (outcome === 'accepted' || outcome === 'unchanged'),
  );
  const own = accepted.map(({ id }) => id);
  await auditCommand(store, 'purge', own, detail);
  const log = createPurgeLog(store.config.purgeLog);
  // Before anything is erased: a restore that comes in between must know of it.
  for (const { id, revision } of accepted) await log.note({ purged: id, revision }, new Date());
  return own;
};

const erase = async (store: CommandStore, id: string): Promise<Purge> => {
  const { revision } = await eraseArticle(store, id, new Date());
  return { id, revision };
};

/** Once for all of them. A writer may have copied an input into `history` while it was erased. */
const expungeAll = async (store: CommandStore, purges: readonly Purge[]): Promise<boolean> => {
  const merged = await expunge(store);
  let late = 0;
  for (const purge of purges) late += await deleteHistory(store, purge);
  return late === 0 ? merged : expunge(store);
};
