import type { estypes } from '@elastic/elasticsearch';
import { indexDefinitions } from '../../worker/definitions.ts';
import { missingParts } from './compare-parts.ts';
import { type Check, type Finding, fault } from './finding.ts';

type Stored = Readonly<
  Record<string, { readonly mappings?: unknown; readonly settings?: estypes.IndicesIndexSettings }>
>;

/** Whether the existing indices have every field and analyzer of this version of the code. */
export const mappingsCheck: Check = {
  name: 'mappings',
  needs: ['elasticsearch'],
  look: async ({ client, config, names }) => {
    const stored: Stored = await client.indices.get({
      index: `${config.prefix}-*`,
      features: ['mappings', 'settings', 'aliases'],
    });
    const aliases = await client.indices.getAlias({ index: `${config.prefix}-*` });
    return indexDefinitions(config).flatMap(({ index, unlessAlias, body }): Finding[] => {
      const name = unlessAlias
        ? Object.keys(aliases).find(
            (candidate) => names.isOwn(candidate) && aliases[candidate]?.aliases[unlessAlias],
          )
        : index;
      const standing = name === undefined ? undefined : stored[name];
      // Another check reports missing indices.
      if (name === undefined || !standing) return [];
      const wanted = {
        mappings: { properties: body.mappings.properties },
        analysis: analysisOf(body.settings),
      };
      const differing = missingParts(wanted, {
        mappings: standing.mappings,
        analysis: standing.settings?.index?.analysis ?? {},
      });
      return differing.length === 0 ? [] : [describe(name, differing, unlessAlias !== undefined)];
    });
  },
};

const analysisOf = (settings: object): unknown => ('analysis' in settings ? settings.analysis : {});

const describe = (index: string, differing: readonly string[], isOfArticles: boolean): Finding => {
  const shown = differing.slice(0, 5).join(', ');
  const more = differing.length > 5 ? ` and ${differing.length - 5} more` : '';
  return fault(
    `${index} differs from this version of the code in ${shown}${more}`,
    isOfArticles ? '`reindex --from index`' : 'restart the workers, which add new fields',
  );
};
