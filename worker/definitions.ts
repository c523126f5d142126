import type { Client } from '@elastic/elasticsearch';
import { languages } from '../languages/index.ts';
import { indexNames } from '../mappings/names.ts';
import { fallbackLanguage, requiredIndices } from '../mappings/required.ts';
import type { Config } from '../platform/config.ts';
import { ensureIndices, type IndexDefinition } from '../platform/indices.ts';
import { MissingPlugin, nodesWithoutForms } from '../platform/plugins.ts';

type Installation = Pick<Config, 'prefix' | 'indices'>;

/**
 * Every index and alias that the service may need. The names of all first indices contain the same constant instant, so
 * that workers which create one at the same time create one index per language, not several.
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
 * Creates every index and alias that must always exist. A language's index is created with its first article (ADR 167);
 * existing ones get new fields.
 *
 * @throws {MissingPlugin} with the nodes that lack the plugin
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

/** Creates missing indices of these languages, or of all. Several processes may do so at once. */
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
