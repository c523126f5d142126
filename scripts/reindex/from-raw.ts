import { withChecksumParts } from '../../domain/checksum-parts.ts';
import { documentVersion } from '../../domain/versions.ts';
import { redoArticles } from '../../platform/articles/redo.ts';
import { type Closable, closeInReverse } from '../../platform/shutdown.ts';
import { createStories } from '../../worker/index/stories.ts';
import { openChainThreads } from '../../worker/threads/chain-threads.ts';
import type { CommandStore } from '../open-store.ts';
import { makeAgain } from './make-again.ts';
import { type Copy, copyAsIs, type Transform } from './transform.ts';

export interface FromRaw {
  readonly transform: Transform;
  readonly close: () => Promise<void>;
}

/**
 * `--from raw`: cleans and enriches every article again by the worker's own chain, with the worker's table of persons
 * and the edits of operators. As it stands is copied what is deleted or no longer readable, so that nothing vanishes;
 * whose language turns out to be another goes through the workers, which bury the old document.
 */
export const openFromRaw = async (store: CommandStore): Promise<FromRaw> => {
  const { client, names, enqueuer, log, config } = store;
  const opened: Closable[] = [];
  const close = () => closeInReverse(opened, log);
  const pool = await openChainThreads({ config, client, names, log, opened })
    .then((openPool) => openPool(config.worker.threads))
    .catch(async (error: unknown) => {
      await close();
      throw error;
    });
  const stories = createStories(client, names, log);
  const transform: Transform = async (hits, language) => {
    const made = await makeAgain({ client, names, pool, stories }, hits);
    const copies: Copy[] = [];
    const moved: { id: string; revision: number }[] = [];
    for (const hit of hits) {
      const { id } = hit;
      const again = made.get(id);
      if (again?.kind === 'document' && again.language === language) {
        const version = Math.max(hit.version, documentVersion(again.revision));
        copies.push({ id, version, json: withChecksumParts(id, again.revision, again.json) });
        continue;
      }
      if (again?.kind === 'document') moved.push({ id, revision: again.newest });
      else if (again) log.warn({ id, reason: again.reason }, 'cannot be read any more; copied as it stands');
      copies.push(copyAsIs(hit));
    }
    if (moved.length > 0) await redoArticles({ client, names, enqueuer }, moved, 'bulk');
    return copies;
  };
  return { transform, close };
};
