import type { ArticleDocument } from '../../domain/document.ts';
import type { Pair } from '../../platform/reindex-state.ts';
import type { Difference } from './compare.ts';
import { patiently, writeCopies } from './copy.ts';
import type { ReindexServices } from './services.ts';
import { copyAsIs, type Hit } from './transform.ts';

/**
 * Copies single documents unchanged, even over equal versions, because the fence blocks writes to the old
 * index.
 */
export const repair = async (
  { source, target }: Pair,
  differences: readonly Difference[],
  services: ReindexServices,
): Promise<void> => {
  for (let from = 0; from < differences.length; from += 100) {
    const ids = differences.slice(from, from + 100).map(({ id }) => id);
    const { docs } = await patiently(services, () =>
      services.client.mget<ArticleDocument>({ index: source, ids }),
    );
    const hits = docs.flatMap((doc): Hit[] =>
      'found' in doc && doc.found && doc._source
        ? [{ id: doc._id, version: doc._version ?? 1, source: doc._source }]
        : [],
    );
    await writeCopies(target, hits.map(copyAsIs), 'external_gte', services);
  }
};
