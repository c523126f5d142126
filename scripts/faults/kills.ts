import { indexNames } from '../../mappings/names.ts';
import { listFailures } from '../../platform/articles/failures.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch, type Elasticsearch } from '../../platform/elasticsearch.ts';
import { type Installation, pause, startInstallation, type Victim, victims } from './installation.ts';
import { compare, type Ledger, type Standing, type Verdict } from './ledger.ts';
import { runWriter } from './writer.ts';

export interface KillOptions {
  readonly rounds: number;
  readonly clients?: number;
  readonly seed?: number;
  /** Time between two kills. */
  readonly everyMs?: number;
  readonly log: (line: string) => void;
}

/** Kills at random while clients write, then compares what they were promised with what stands. */
export const runKills = async (options: KillOptions): Promise<Verdict & { readonly kills: number }> => {
  const { rounds, clients = 4, seed = 1, everyMs = 2500, log } = options;
  const random = mulberry(seed);
  const installation = await startInstallation(log);
  const ledger: Ledger = { expected: new Map(), acknowledged: 0 };
  const stopping = new AbortController();
  try {
    const { api, key } = installation;
    const writers = Array.from({ length: clients }, (_, n) =>
      runWriter({
        name: `client-${n}`,
        api,
        key,
        ledger,
        random: mulberry(seed + n + 1),
        stopped: stopping.signal,
      }),
    );
    const killing = killAll(installation, rounds, everyMs, random).finally(() => stopping.abort());
    await Promise.all([...writers, killing]);
    log(`${ledger.acknowledged} writes acknowledged; waiting for quiet`);
    return { kills: rounds, ...(await judge(installation, ledger)) };
  } finally {
    stopping.abort();
    await installation.stop();
  }
};

/** Everybody's turn comes in the first rounds, then chance decides. */
const killAll = async (
  installation: Installation,
  rounds: number,
  everyMs: number,
  random: () => number,
): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    await pause(everyMs * (0.5 + random()));
    const victim: Victim | undefined = victims[round] ?? victims[Math.floor(random() * victims.length)];
    if (victim) await installation.killAndRestart(victim, 1000 * random());
  }
  await pause(everyMs);
};

const judge = async ({ env }: Installation, ledger: Ledger): Promise<Verdict> => {
  const config = readConfig(env);
  const client = createElasticsearch(config);
  const names = indexNames(config.prefix);
  try {
    await untilQuiet(client, names.pending);
    // What lost a race may be done once more after its pending record is gone.
    await pause(3000);
    await untilQuiet(client, names.pending);
    await client.indices.refresh({ index: [names.allArticleIndices, names.failures] });
    const standing = await readAll(client, names.allArticleIndices);
    const { failures } = await listFailures({ client, names }, { size: 10_000 });
    return compare(ledger, standing, new Set(failures.map(({ id }) => id)));
  } finally {
    await client.close();
  }
};

const untilQuiet = async (client: Elasticsearch, pending: string): Promise<void> => {
  for (const end = Date.now() + 180_000; ; ) {
    await client.indices.refresh({ index: pending });
    const { count } = await client.count({ index: pending });
    if (count === 0) return;
    if (Date.now() > end) throw new Error(`${count} articles are pending after three quiet minutes`);
    await pause(300);
  }
};

const readAll = async (client: Elasticsearch, index: string): Promise<readonly Standing[]> => {
  const { hits } = await client.search<Standing>({ index, size: 10_000, _source: ['id', 'title', 'gone'] });
  return hits.hits.flatMap(({ _source }) => (_source ? [_source] : []));
};

/** A small generator with a seed, so that a run can be repeated. @see T. Ettinger's mulberry32, public domain */
const mulberry = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
