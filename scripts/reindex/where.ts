import { parseParameters, readQuery } from '../../api/params/read.ts';
import { searchSchema } from '../../api/params/search.ts';
import { queryOf } from '../../api/search/plan.ts';
import { understand } from '../../api/search/understand.ts';
import { type Authorities, loadAuthorities } from '../../authorities/load.ts';
import { countPending } from '../../platform/articles/pending.ts';
import { redoArticles } from '../../platform/articles/redo.ts';
import { pause } from '../../platform/pause.ts';
import { readPeopleLog } from '../../platform/people-log.ts';
import type { CommandStore } from '../open-store.ts';
import { Stopped } from './outcomes.ts';

const pageSize = 200;

export interface RedoOptions {
  /** As in a URL: `q=peace&agency=xinhua`. */
  readonly where: string;
  readonly languages: readonly string[];
  readonly dryRun: boolean;
  /** How many articles may wait for the workers. */
  readonly maxWaiting: number;
  readonly stopped: AbortSignal;
  readonly onProgress: (sent: number, total: number) => void;
}

/**
 * Cleans and enriches the matches of a search again, in place, because a few articles do not need a new index. They
 * go through the workers like any article, so stopping loses nothing.
 *
 * @returns how many match
 * @throws {InvalidQuery} {InvalidParameters} {Stopped}
 */
export const redoMatches = async (store: CommandStore, options: RedoOptions): Promise<number> => {
  const { client, names } = store;
  const { languages, stopped, dryRun, onProgress } = options;
  const index = languages.length > 0 ? languages.map(names.readingOf) : [names.articles];
  const authorities = loadAuthorities({ peopleTable: store.config.people.table });
  authorities.edited.apply(await readPeopleLog(client, names.state));
  const query = readWhere(options.where, authorities);
  // A language without articles has no index yet.
  const among = { index, ignore_unavailable: true };
  const { count: total } = await client.count({ ...among, query });
  if (dryRun) return total;
  let sent = 0;
  for (let after: string | undefined; ; ) {
    if (stopped.aborted) throw new Stopped(`stopped after ${sent} of ${total}; what was sent is done`);
    const { hits } = await client.search<{ id: string; revision: number }>({
      ...among,
      query,
      size: pageSize,
      _source: ['id', 'revision'],
      track_total_hits: false,
      sort: [{ id: { order: 'asc' } }],
      ...(after === undefined ? {} : { search_after: [after] }),
    });
    const found = hits.hits.flatMap(({ _source }) => (_source ? [_source] : []));
    if (found.length === 0) return total;
    await untilRoom(store, options);
    await redoArticles(store, found, 'bulk');
    sent += found.length;
    onProgress(sent, total);
    after = found.at(-1)?.id;
  }
};

const readWhere = (where: string, authorities: Authorities) => {
  const written = where.includes('=') ? where : `q=${encodeURIComponent(where)}`;
  const { text, filters } = understand(
    parseParameters(searchSchema, readQuery(new URLSearchParams(written))),
    authorities,
  );
  return queryOf(
    text,
    filters.map(({ clause }) => clause),
  );
};

const untilRoom = async ({ client, names }: CommandStore, { maxWaiting, stopped }: RedoOptions) => {
  for (; !stopped.aborted; await pause(500)) {
    if ((await countPending({ client, names })) + pageSize <= maxWaiting) return;
  }
};
