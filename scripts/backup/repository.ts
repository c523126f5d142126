import { join } from 'node:path/posix';
import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';

/** An obstacle that the operator must remove first. */
export class CannotBackUp extends Error {
  override readonly name = 'CannotBackUp';
}

const settings = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      settings: z.object({
        path: z.object({ repo: z.union([z.string(), z.array(z.string())]).optional() }).optional(),
      }),
    }),
  ),
});

/** Where snapshots are kept. */
export interface Place {
  readonly client: Client;
  readonly prefix: string;
  /** A folder below `path.repo` of every node; by default one of the prefix's name in the first of these. */
  readonly location?: string | undefined;
  /** An existing repository of the cluster, such as a bucket of an object store. */
  readonly repository?: string | undefined;
}

/**
 * The repository to use; registers a folder for snapshots, if it is not registered yet.
 *
 * @throws {CannotBackUp} if the cluster does not know the repository, or the servers allow no folder
 */
export const openRepository = async ({ client, prefix, location, repository }: Place): Promise<string> => {
  if (repository !== undefined) return requireKnown(client, repository);
  const name = `${prefix}-backup`;
  const known = await client.snapshot.getRepository({ name }, { ignore: [404] });
  if (name in known && location === undefined) return name;
  const answer: unknown = await client.nodes.info({ metric: 'settings' });
  const allowed = Object.values(settings.parse(answer).nodes)
    .flatMap(({ settings }) => settings.path?.repo ?? [])
    .flat();
  const [first] = allowed;
  if (first === undefined)
    throw new CannotBackUp('no node has path.repo set: name a folder there, on storage that all nodes share');
  const settingsOfFolder = { location: location ?? join(first, prefix), compress: true };
  await client.snapshot.createRepository(
    { name, repository: { type: 'fs', settings: settingsOfFolder }, master_timeout: '2m', timeout: '2m' },
    { requestTimeout: 300_000 },
  );
  return name;
};

const requireKnown = async (client: Client, name: string): Promise<string> => {
  const known = Object.keys(await client.snapshot.getRepository({}));
  if (known.includes(name)) return name;
  const others = known.length > 0 ? known.join(', ') : 'none';
  throw new CannotBackUp(`the cluster has no repository ${name} (known: ${others}): register it there first`);
};
