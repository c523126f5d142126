import { loadPeople } from '../../authorities/load.ts';
import type { PeopleAuthority } from '../../authorities/people/index.ts';
import { createSharedTables, type TableBuffers } from '../../domain/shared-tables.ts';
import type { IndexNames } from '../../mappings/names.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Logger } from '../../platform/log.ts';
import { followPeopleLog, readPeopleLog } from '../../platform/people-log.ts';

export type Delisted = Pick<PeopleAuthority, 'isDelisted'>;

interface FollowServices {
  readonly client: Elasticsearch;
  readonly names: Pick<IndexNames, 'state'>;
  readonly log: Logger;
  /** Configured file of persons; null for the shipped ones. */
  readonly peopleTable: string | null;
  /** The tables of the worker's threads, to avoid a second copy. */
  readonly tables?: TableBuffers;
}

/**
 * Delisted persons, kept up to date while the worker runs.
 *
 * @throws if the edits cannot be read: a webhook that was sent cannot be called back
 */
export const followDelisted = async ({
  client,
  names,
  log,
  peopleTable,
  tables,
}: FollowServices): Promise<Delisted & { readonly close: () => Promise<void> }> => {
  const edited = loadPeople({ peopleTable, tables: createSharedTables(tables) });
  edited.apply(await readPeopleLog(client, names.state));
  const followed = followPeopleLog({ client, state: names.state, log }, edited);
  return { isDelisted: edited.people.isDelisted, close: followed.close };
};
