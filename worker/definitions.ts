import type { Client } from '@elastic/elasticsearch';
import { languages } from '../languages/index.ts';
import { indexNames } from '../mappings/names.ts';
import { fallbackLanguage, requiredIndices } from '../mappings/required.ts';
import type { Config } from '../platform/config.ts';
import { ensureIndices, type IndexDefinition } from '../platform/indices.ts';
import { MissingPlugin, nodesWithoutForms } from '../platform/plugins.ts';

type Installation = Pick<Config, 'prefix' | 'indices'>;

/**
 * Every index and alias that the service may need. All first indices bear one instant that does not change, so that
 * workers which make one at the same time make one index a language, not several.
 */
export const indexDefinitions = (
  { prefix, indices }: Installation,
  profiles = languages,
): readonly IndexDefinition[] =>
  requiredIndices(indexNames(prefix), profiles, new Date(0), indices).map(
    ({ name, body, aliases, standsAs }) => ({
      index: name,
      body,
      aliases,
      ...(standsAs === name ? {} : { unlessAlias: standsAs }),
    }),
  );

/**
 * Makes every index and alias that must always be there. A language's index is made with its first article (ADR 167);
 * one that stands gets the fields that came since.
 *
 * @throws {MissingPlugin} naming the nodes that could not hold them
 */
export const prepareStore = async (client: Client, config: Installation): Promise<void> => {
  const nodes = await nodesWithoutForms(client);
  if (nodes.length > 0) throw new MissingPlugin(nodes);
  const always = indexNames(config.prefix).articlesOf(fallbackLanguage);
  await ensureIndices(
    client,
    indexDefinitions(config).map((definition) => ({
      ...definition,
      later: definition.unlessAlias !== undefined && definition.unlessAlias !== always,
    })),
  );
};

/** Makes the indices of these languages, or of all, where they are missing. Processes may do so at once. */
export const prepareLanguages = (
  client: Client,
  config: Installation,
  codes: readonly string[] = languages.map(({ code }) => code),
): Promise<void> =>
  ensureIndices(
    client,
    indexDefinitions(
      config,
      languages.filter(({ code }) => codes.includes(code)),
    ).filter(({ unlessAlias }) => unlessAlias !== undefined),
  );
