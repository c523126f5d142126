import { withChecksumParts } from '../../domain/checksum-parts.ts';
import { documentVersion } from '../../domain/versions.ts';
import { redoArticles } from '../../platform/articles/redo.ts';
import type { CommandStore } from '../open-store.ts';
import { makeAgain } from './make-again.ts';
import { openPreparers } from './open-preparers.ts';
import { type Copy, copyAsIs, type Transform } from './transform.ts';

export interface FromRaw {
  readonly transform: Transform;
  readonly close: () => Promise<void>;
}

/**
 * `--from raw`: cleans and enriches every article again with the worker's chain, table of persons and operators'
 * edits. Deleted and no longer readable articles are copied unchanged, so that none disappears. Articles whose
 * language changes go through the workers, which replace the old document by a tombstone.
 */
export const openFromRaw = async (store: CommandStore): Promise<FromRaw> => {
  const { client, names, enqueuer, log } = store;
  const preparers = await openPreparers(store);
  const transform: Transform = async (hits, language) => {
    const made = await makeAgain(preparers, hits);
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
      else if (again) log.warn({ id, reason: again.reason }, 'cannot be read any more; copied unchanged');
      copies.push(copyAsIs(hit));
    }
    if (moved.length > 0) await redoArticles({ client, names, enqueuer }, moved, 'bulk');
    return copies;
  };
  return { transform, close: preparers.close };
};
