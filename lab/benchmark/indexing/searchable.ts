import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../../mappings/names.ts';

const patienceMs = 1_800_000;
/** Shortest polling interval; while many articles are missing it is longer, because each poll costs Elasticsearch 4 ms. */
const shortestPauseMs = 25;
const longestPauseMs = 1000;

/** Checks by id what is written before it refreshes the index: a refresh at every check would add its own cost. */
export const untilCounted = async (client: Client, names: IndexNames, wanted: number): Promise<void> => {
  const began = Date.now();
  const before = await countWritten(client, names);
  for (let written = before; Date.now() < began + patienceMs; written = await countWritten(client, names)) {
    if (written >= wanted) {
      await client.indices.refresh({ index: names.allArticleIndices });
      const { count } = await client.count({ index: names.articles });
      if (count >= wanted) return;
    }
    const aMs = (written - before) / (Date.now() - began + 1);
    await pause(Math.min(longestPauseMs, Math.max(shortestPauseMs, (wanted - written) / 4 / (aMs || 1))));
  }
  throw new Error('the articles did not become searchable within half an hour');
};

const countWritten = async (client: Client, names: IndexNames): Promise<number> => {
  const { _all } = await client.indices.stats({
    index: names.allArticleIndices,
    metric: 'indexing',
    filter_path: '_all.primaries.indexing.index_total',
  });
  return _all.primaries?.indexing?.index_total ?? 0;
};

const lookEveryMs = 100;

/** Waits until a search finds articles, as readers would: without an explicit refresh. */
export const watchSearchable = (client: Client, names: IndexNames) => {
  const open = new Map<string, number>();
  const took: number[] = [];
  let ended = false;
  const look = async (): Promise<void> => {
    if (open.size === 0) return;
    const ids = [...open.keys()].slice(0, 500);
    const { hits } = await client.search({
      index: names.articles,
      size: ids.length,
      _source: false,
      query: { ids: { values: ids } },
    });
    for (const { _id = '' } of hits.hits) {
      took.push(performance.now() - (open.get(_id) ?? 0));
      open.delete(_id);
    }
  };
  const watching = (async () => {
    while (!ended || open.size > 0) {
      await look();
      await pause(lookEveryMs);
    }
  })();
  return {
    /** Starts its time. */
    watch: (id: string): void => {
      open.set(id, performance.now());
    },
    /** Milliseconds that each took, once all are found. */
    end: async (): Promise<readonly number[]> => {
      ended = true;
      await watching;
      return took;
    },
  };
};
