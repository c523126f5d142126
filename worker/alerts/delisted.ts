import { loadAuthorities, loadPeople } from '../../authorities/load.ts';
import type { PeopleAuthority } from '../../authorities/people/index.ts';
import { createSharedTables, type TableBuffers } from '../../domain/shared-tables.ts';
import type { IndexNames } from '../../mappings/names.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Logger } from '../../platform/log.ts';
import { followPeopleLog, readPeopleLog } from '../../platform/people-log.ts';
import type { SourceLabels } from '../mail/source-labels.ts';

export type Delisted = Pick<PeopleAuthority, 'isDelisted'>;

interface FollowServices {
  readonly client: Elasticsearch;
  readonly names: Pick<IndexNames, 'state'>;
  readonly log: Logger;
  /** Configured file of persons; null for the shipped ones. */
  readonly peopleTable: string | null;
  /** The tables of the worker's threads, to avoid a second copy. */
  readonly tables?: TableBuffers;
  /** Whether names of sources are needed, for e-mails. */
  readonly withLabels?: boolean;
}

interface Followed extends Delisted {
  readonly labels: SourceLabels | undefined;
  readonly close: () => Promise<void>;
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
  withLabels = false,
}: FollowServices): Promise<Followed> => {
  const options = { peopleTable, tables: createSharedTables(tables) };
  const labels = withLabels ? loadAuthorities(options) : undefined;
  const edited = labels?.edited ?? loadPeople(options);
  edited.apply(await readPeopleLog(client, names.state));
  const followed = followPeopleLog({ client, state: names.state, log }, edited);
  return { isDelisted: edited.people.isDelisted, labels, close: followed.close };
};
