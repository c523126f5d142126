import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { launchElasticsearch, type Server } from '../../stack/launch.ts';
import { settledPort, untilFree } from './ports.ts';
import { persist } from './troubles/persist.ts';

/** One Elasticsearch, or several that know each other. */
export interface Cluster {
  /** Of each node, on loopback. */
  readonly ports: readonly number[];
  /**
   * SIGKILL to one node, a moment of absence, and a new start; resolves when every copy of every shard is there again.
   *
   * @param wipe  it comes back with nothing of what it held
   */
  readonly kill: (node: number, absentMs: number, how: { readonly wipe: boolean }) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** On a machine where everything waits for everything: slow is no fault that is looked for here. */
const patienceSeconds = 900;
/** So few writes may wait in Elasticsearch that a busy neighbour makes it refuse ours: real answers of 429. */
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
  // Together: a cluster begins when most of them have met.
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
  // Only for the birth of the cluster: a node that has lost its data must join the others, never begin again.
  ...(isFirstStart ? { 'cluster.initial_master_nodes': members.map((_, m) => `node-${m}`).join() } : {}),
});

/** Copies are made again at once, not only when a lost node has been away for a minute. */
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
