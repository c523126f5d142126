import type { Client } from '@elastic/elasticsearch';
import { languages } from '../languages/index.ts';
import { indexNames } from '../mappings/names.ts';
import { requiredIndices } from '../mappings/required.ts';
import type { Config } from '../platform/config.ts';
import { ensureIndices, type IndexDefinition } from '../platform/indices.ts';
import { MissingPlugin, nodesWithoutForms } from '../platform/plugins.ts';

/**
 * Every index and alias that the service needs. All first indices of a start bear one instant that does not change,
 * so that workers starting together make one index a language, not several.
 */
export const indexDefinitions = (
  { prefix, indices }: Pick<Config, 'prefix' | 'indices'>,
  instant = new Date(0),
): readonly IndexDefinition[] =>
  requiredIndices(indexNames(prefix), languages, instant, indices).map(
    ({ name, body, aliases, standsAs }) => ({
      index: name,
      body,
      aliases,
      ...(standsAs === name ? {} : { unlessAlias: standsAs }),
    }),
  );

/**
 * Makes every index and alias that is missing.
 *
 * @throws {MissingPlugin} naming the nodes that could not hold them
 */
export const prepareStore = async (
  client: Client,
  config: Pick<Config, 'prefix' | 'indices'>,
): Promise<void> => {
  const nodes = await nodesWithoutForms(client);
  if (nodes.length > 0) throw new MissingPlugin(nodes);
  await ensureIndices(client, indexDefinitions(config));
};
