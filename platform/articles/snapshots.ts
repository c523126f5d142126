import type { PurgeStore } from './purges.ts';
import { unlessAway } from './stored.ts';

/**
 * Snapshots with indices that contain texts of articles, as `repository/snapshot`.
 *
 * @throws {StoreUnavailable}
 */
export const listSnapshots = async ({ client, names }: PurgeStore): Promise<readonly string[]> => {
  const repositories = Object.keys(await unlessAway(client.snapshot.getRepository({})));
  const beginning = names.allArticleIndices.replace(/\*.*$/, '');
  const found: string[] = [];
  for (const repository of repositories) {
    const { snapshots = [] } = await unlessAway(
      client.snapshot.get({ repository, snapshot: '_all', ignore_unavailable: true }),
    );
    for (const { snapshot, indices = [] } of snapshots)
      if (
        indices.some((index) => index === names.raw || index === names.history || index.startsWith(beginning))
      )
        found.push(`${repository}/${snapshot}`);
  }
  return found;
};
