import type { LoggedEdit } from '../../authorities/people/edited.ts';
import type { TableBuffers } from '../../domain/shared-tables.ts';
import type { IndexNames } from '../../mappings/names.ts';
import type { Config } from '../../platform/config.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Logger } from '../../platform/log.ts';
import { followPeopleLog, readPeopleLog } from '../../platform/people-log.ts';
import type { Closable } from '../../platform/shutdown.ts';
import { createThreadPool, type ThreadPool } from './pool.ts';

export interface ChainServices {
  readonly config: Pick<Config, 'people' | 'worker'>;
  readonly client: Elasticsearch;
  readonly names: Pick<IndexNames, 'state'>;
  readonly log: Logger;
  readonly onCpu?: (ms: number) => void;
  /** Grows as threads are opened. */
  readonly opened: Closable[];
}

/**
 * Opens pools of threads that run the chain: all with the configured table of persons
 * and every edit of operators, earlier and later ones. The first pool creates the
 * tables that the others share.
 *
 * @returns a function that opens a pool with the given number of threads; resolves when all are ready
 * @throws if the edits cannot be read, because without them articles would have merged ids
 */
export const openChainThreads = async (
  services: ChainServices,
): Promise<(threads: number) => Promise<ThreadPool>> => {
  const { config, client, names, log, onCpu, opened } = services;
  let edits: readonly LoggedEdit[] = await readPeopleLog(client, names.state);
  let tables: TableBuffers | undefined;
  const pools: ThreadPool[] = [];
  const followed = followPeopleLog(
    { client, state: names.state, log },
    {
      last: () => edits.at(-1)?.number ?? 0,
      apply: (added) => {
        edits = [...edits, ...added];
        for (const pool of pools) pool.edit(added);
        // The API reports edits that do not apply; here each thread would report them.
        return [];
      },
    },
  );
  opened.push({ name: 'edits of persons', close: followed.close });
  return async (threads) => {
    const pool = createThreadPool({
      threads,
      memoryMb: config.worker.threadMemoryMb,
      peopleTable: config.people.table,
      edits,
      ...(tables ? { tables } : {}),
      ...(onCpu ? { onCpu } : {}),
    });
    pools.push(pool);
    opened.push({ name: 'threads', close: pool.close });
    tables = await pool.ready;
    return pool;
  };
};
