import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { launchElasticsearch, type Server } from '../../stack/launch.ts';
import { settledPort, untilFree } from './ports.ts';
import { persist } from './troubles/persist.ts';

/** One Elasticsearch node, or a cluster of several. */
export interface Cluster {
  /** Port of each node, on loopback. */
  readonly ports: readonly number[];
  /**
   * SIGKILL to one node, a short pause, and a new start; resolves when every copy of every shard is available again.
   *
   * @param wipe  deletes its data before the start
   */
  readonly kill: (node: number, absentMs: number, how: { readonly wipe: boolean }) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Long, because the machine is busy and slowness is not what is tested. */
const patienceSeconds = 900;
/** A queue of writes so short that another busy client causes real 429 answers for ours. */
const scarce = { 'thread_pool.write.size': 1, 'thread_pool.write.queue_size': 16 };

export const launchCluster = async (folder: string, nodes: number): Promise<Cluster> => {
  const members: { readonly port: number; readonly transport: number }[] = [];
  for (let n = 0; n < nodes; n += 1)
    members.push({ port: await settledPort(), transport: await settledPort() });
  const optionsOf = (n: number, isFirstStart: boolean) => ({
    dataDir: join(folder, `elasticsearch-${n}`),
    heapMb: nodes > 1 ? 400 : 768,
    patienceSeconds,
    port: members[n]?.port ?? 0,
    settings: { ...scarce, ...(nodes > 1 ? membership(members, n, isFirstStart) : {}) },
  });
  // Together, because a cluster forms when most of them have met.
  const servers: Server[] = await Promise.all(members.map((_, n) => launchElasticsearch(optionsOf(n, true))));
  return {
    ports: members.map(({ port }) => port),
    kill: async (n, absentMs, { wipe }) => {
      const { port, dataDir } = optionsOf(n, false);
      servers[n]?.kill();
      await servers[n]?.exited;
      await pause(absentMs);
      await untilFree(port);
      if (wipe) rmSync(join(dataDir, 'data'), { recursive: true, force: true });
      servers[n] = await launchElasticsearch(optionsOf(n, false));
      if (nodes > 1) await untilWhole(servers[n]?.url ?? '');
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
};

const membership = (
  members: readonly { readonly transport: number }[],
  n: number,
  isFirstStart: boolean,
) => ({
  'discovery.type': 'multi-node',
  'node.name': `node-${n}`,
  'transport.port': members[n]?.transport ?? 0,
  'discovery.seed_hosts': members.map(({ transport }) => `127.0.0.1:${transport}`).join(),
  // Only when the cluster is created: a node that has lost its data must join the others, never form a new cluster.
  ...(isFirstStart ? { 'cluster.initial_master_nodes': members.map((_, m) => `node-${m}`).join() } : {}),
});

/** Replicas are rebuilt at once, not only after a node has been missing for a minute. */
const untilWhole = async (node: string): Promise<void> => {
  const client = new Client({ node, maxRetries: 0 });
  try {
    await persist(async () => {
      const settings = { 'index.unassigned.node_left.delayed_timeout': '0s' };
      await client.indices.putSettings({ index: '*', settings, expand_wildcards: 'all' });
      const { status } = await client.cluster.health({ wait_for_status: 'green', timeout: '20s' });
      if (status !== 'green') throw new Error(`the cluster is ${status}`);
    });
  } finally {
    await client.close();
  }
};
