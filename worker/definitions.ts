import type { Client } from '@elastic/elasticsearch';
import { languages } from '../languages/index.ts';
import { buildArticleIndex } from '../mappings/articles.ts';
import { indexNames } from '../mappings/names.ts';
import { buildServiceIndex, serviceIndices } from '../mappings/service.ts';
import type { Config } from '../platform/config.ts';
import { ensureIndices, type IndexDefinition } from '../platform/indices.ts';

/**
 * Every index and alias that the service needs. All first indices of a start bear one instant that does not change,
 * so that workers starting together make one index a language, not several.
 */
export const indexDefinitions = (
  { prefix, indices }: Pick<Config, 'prefix' | 'indices'>,
  instant = new Date(0),
): readonly IndexDefinition[] => {
  const names = indexNames(prefix);
  return [
    ...serviceIndices.map((name) => ({ index: names[name], body: buildServiceIndex(name, indices) })),
    ...languages.map((profile) => ({
      index: names.newArticleIndex(profile.code, instant),
      body: buildArticleIndex(profile, indices),
      unlessAlias: names.articlesOf(profile.code),
      aliases: {
        [names.articlesOf(profile.code)]: { is_write_index: true },
        [names.readingOf(profile.code)]: visible,
        [names.articles]: visible,
      },
    })),
  ];
};

/** Readers never see tombstones. */
const visible = { filter: { term: { gone: false } } };

/** Makes every index and alias that is missing. */
export const prepareStore = (client: Client, config: Pick<Config, 'prefix' | 'indices'>): Promise<void> =>
  ensureIndices(client, indexDefinitions(config));
