import { StoreUnavailable } from '../../domain/errors.ts';
import type { Acceptor } from './accept.ts';
import { expunge } from './expunge.ts';
import { deleteHistory, eraseArticle, keepOut } from './purge.ts';
import { notePurge, type Purge, type PurgeStore } from './purges.ts';
import { readHeads } from './stored.ts';

/**
 * After a restore, erases again articles that had been purged before it. An article that was sent again after its purge
 * keeps the later revisions.
 *
 * @returns how many articles were erased again
 * @throws {StoreUnavailable}
 */
export const applyPurges = async (
  store: PurgeStore,
  acceptor: Acceptor,
  purges: Iterable<Purge> | AsyncIterable<Purge>,
  now: Date,
): Promise<number> => {
  let erased = 0;
  for await (const purge of purges) {
    const { id, revision } = purge;
    const head = (await readHeads(store, [{ id }])).get(id)?.head;
    if (!head) await keepOut(store, purge, now);
    else if (head.revision > revision) await deleteHistory(store, purge);
    else {
      await acceptor.accept([{ id, input: null, bytes: 0, purge: true }], 'live');
      await eraseArticle(store, id, now);
      erased += 1;
    }
    // Erased under the snapshot's number, which may be lower: another snapshot would pass as sent anew.
    await notePurge(store, purge, now);
  }
  if (erased > 0 && !(await expunge(store)))
    throw new StoreUnavailable('purged texts are still on the disk: restore again, or purge them again');
  return erased;
};
