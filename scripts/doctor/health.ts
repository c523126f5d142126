import { type Check, type Finding, fault, warning } from './finding.ts';

/** Whether every shard of this installation is available, with its copies. */
export const healthCheck: Check = {
  name: 'health',
  needs: ['elasticsearch'],
  look: async ({ client, config, names }) => {
    const health = await client.cluster.health(
      { index: `${config.prefix}-*`, level: 'indices', timeout: '1s' },
      { ignore: [408] },
    );
    const own = Object.entries(health.indices ?? {}).flatMap(([index, one]) =>
      names.isOwn(index) ? one : [],
    );
    const unassigned = own.reduce((sum, { unassigned_shards: missing }) => sum + missing, 0);
    const isIn = (status: string): boolean => own.some((one) => one.status.toLowerCase() === status);
    const findings: Finding[] = [];
    if (isIn('red'))
      findings.push(
        fault(
          `shards are missing (${unassigned}): part of the articles can be neither found nor written`,
          'start the nodes that have them; GET _cluster/allocation/explain says why one is not placed',
        ),
      );
    else if (isIn('yellow'))
      findings.push(
        warning(
          `${unassigned} copies of shards have no place`,
          'add a node, or lower number_of_replicas: a second failure could lose articles',
        ),
      );
    return findings;
  },
};
