import { z } from 'zod';
import { type Check, fault } from './finding.ts';

const supportedMajor = 9;
const answer = z.object({ nodes: z.record(z.string(), z.object({ version: z.string() })) });

/** Whether every node has the version that client and mappings require. */
export const versionCheck: Check = {
  name: 'version',
  needs: ['elasticsearch'],
  look: async ({ client }) => {
    const { nodes } = answer.parse(await client.nodes.info({ metric: '_none' }));
    const versions = [...new Set(Object.values(nodes).map(({ version }) => version))];
    const foreign = versions.filter((version) => Number.parseInt(version, 10) !== supportedMajor);
    return foreign.length === 0
      ? []
      : [
          fault(
            `Elasticsearch is of version ${foreign.join(', ')}`,
            `Dateline is made for version ${supportedMajor}: upgrade the nodes`,
          ),
        ];
  },
};
