import type { Client } from '@elastic/elasticsearch';
import { languages } from '../../languages/index.ts';
import { buildArticleIndex } from '../../mappings/articles.ts';
import type { IndexNames } from '../../mappings/names.ts';
import type { Config } from '../../platform/config.ts';
import { type Pair, type ReindexState, setFence } from '../../platform/reindex-state.ts';
import { CannotReindex } from './outcomes.ts';
import { cutParts, readCheckpoints } from './shards.ts';

interface Store {
  readonly client: Client;
  readonly names: IndexNames;
  readonly config: Config;
}

/** The index of each language's alias. Languages without one are left out. */
export const findCurrent = async (
  { client, names }: Pick<Store, 'client' | 'names'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await client.indices.getAlias({ name: names.articlesOf('*') }, { ignore: [404] });
  const current = new Map<string, string>();
  for (const [index, { aliases }] of Object.entries(found))
    for (const code of codes) if (aliases?.[names.articlesOf(code)]) current.set(code, index);
  return current;
};

/** @throws {CannotReindex} if a code has no profile */
export const chooseLanguages = (wanted: readonly string[]): readonly string[] => {
  const known = languages.map(({ code }) => code);
  const unknown = wanted.filter((code) => !known.includes(code));
  if (unknown.length > 0)
    throw new CannotReindex(`no language ${unknown.join(', ')}; known are ${known.join(' ')}`, 2);
  return wanted.length > 0 ? wanted : known;
};

/** Pairs of old and new indices for a new run; nothing is created yet. */
export const planPairs = async (store: Store, codes: readonly string[], slices: number): Promise<Pair[]> => {
  const current = await findCurrent(store, codes);
  const now = new Date();
  const pairs: Pair[] = [];
  for (const [language, source] of current) {
    const parts = cutParts(await readCheckpoints(store.client, source), slices);
    const target = store.names.newArticleIndex(language, now);
    if (target === source) throw new CannotReindex('an index of this second already exists: try again');
    pairs.push({ language, source, target, parts: [...parts], takeover: [] });
  }
  if (pairs.length === 0) throw new CannotReindex('there is no article index yet', 2);
  return pairs;
};

/** Reversed pairs: writes after the swap are copied back into the kept indices. */
export const planRollback = async (client: Client, last: ReindexState | null): Promise<Pair[]> => {
  if (last?.phase !== 'done') throw new CannotReindex('there is no finished reindex to roll back', 2);
  for (const { source } of last.pairs) {
    if (!(await client.indices.exists({ index: source })))
      throw new CannotReindex(`${source}, the previous index, does not exist any more`, 2);
  }
  return last.pairs.map(({ language, source, target, takeover }) => ({
    language,
    source: target,
    target: source,
    parts: takeover.map(({ shard, end }) => ({ shard, at: end, end })),
    takeover: [],
  }));
};

/** Creates new indices and announces them to writers; existing ones stay, so that the call can be repeated. */
export const openTargets = async (
  { client, names, config }: Store,
  pairs: readonly Pair[],
): Promise<void> => {
  for (const { language, target } of pairs) {
    const alias = names.buildingOf(language);
    const profile = languages.find(({ code }) => code === language);
    if (!profile) throw new CannotReindex(`no language ${language}`);
    if (await client.indices.exists({ index: target })) {
      await setFence(client, [target], false);
      await client.indices.putAlias({ index: target, name: alias });
      continue;
    }
    const { settings, mappings } = buildArticleIndex(profile, { ...config.indices, replicas: 0 });
    await client.indices.create({
      index: target,
      // It is not searched yet: replicas and refreshes are set when it is full.
      settings: { ...settings, refresh_interval: '-1' },
      mappings,
      aliases: { [alias]: {} },
      timeout: '60s',
    });
  }
};

/** Gives filled indices their final settings, and waits for their replicas. */
export const finishTargets = async ({ client, config }: Store, pairs: readonly Pair[]): Promise<void> => {
  const index = pairs.map(({ target }) => target);
  const { replicas } = config.indices;
  await client.indices.putSettings({
    index,
    settings: { index: { refresh_interval: '1s', number_of_replicas: replicas } },
  });
  // Do not wait forever for replicas that cannot be placed (too few nodes).
  await client.cluster
    .health({ index, wait_for_status: 'green', timeout: '60s' }, { requestTimeout: 70_000 })
    .catch(() => {});
};
