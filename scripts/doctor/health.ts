import { type Check, type Finding, fault, warning } from './finding.ts';

/** Whether every shard of this installation is available, with its copies. */
export const healthCheck: Check = {
  name: 'health',
  needs: ['elasticsearch'],
  look: async ({ client, config }) => {
    const { status, unassigned_shards: unassigned } = await client.cluster.health(
      { index: `${config.prefix}-*`, timeout: '1s' },
      { ignore: [408] },
    );
    const findings: Finding[] = [];
    if (status === 'red')
      findings.push(
        fault(
          `shards are missing (${unassigned}): part of the articles can be neither found nor written`,
          'start the nodes that hold them; GET _cluster/allocation/explain tells why one is not placed',
        ),
      );
    if (status === 'yellow')
      findings.push(
        warning(
          `${unassigned} copies of shards have no place`,
          'add a node, or lower number_of_replicas: a second failure could lose articles',
        ),
      );
    return findings;
  },
};
