import { articleAliases } from '../../mappings/required.ts';
import type { Pair } from '../../platform/reindex-state.ts';
import { findCurrent } from './plan.ts';
import type { ReindexServices } from './services.ts';

type Store = Pick<ReindexServices, 'client' | 'names'>;

/** All aliases of all languages in one step: readers and writers see either the old indices or the new ones. */
export const swapAliases = async ({ client, names }: Store, pairs: readonly Pair[]): Promise<void> => {
  await client.indices.updateAliases({
    actions: pairs.flatMap(({ language, source, target }) => [
      { remove: { index: source, aliases: Object.keys(articleAliases(names, language)), must_exist: true } },
      { remove: { index: target, alias: names.buildingOf(language), must_exist: false } },
      ...Object.entries(articleAliases(names, language)).map(([alias, body]) => ({
        add: { index: target, alias, ...body },
      })),
    ]),
  });
};

export const isSwapped = async (store: Store, pairs: readonly Pair[]): Promise<boolean> => {
  const current = await findCurrent(
    store,
    pairs.map(({ language }) => language),
  );
  return pairs.every(({ language, target }) => current.get(language) === target);
};
