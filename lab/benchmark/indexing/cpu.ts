import type { Client } from '@elastic/elasticsearch';

/**
 * CPU seconds, user and system, that Elasticsearch, this process and a worker have used so far: other load on the machine
 * affects them less than elapsed times.
 *
 * @param workerMetrics  where the worker's `/metrics` is; null without a worker
 */
export const readCpuSeconds = async (client: Client, workerMetrics: string | null): Promise<number> => {
  const { nodes } = await client.nodes.stats({ metric: 'process' });
  const servers = Object.values(nodes).reduce((sum, { process }) => sum + millisOf(process), 0) / 1000;
  const { user, system } = process.cpuUsage();
  return servers + (user + system) / 1e6 + (workerMetrics ? await workerSeconds(workerMetrics) : 0);
};

const millisOf = (process: { cpu?: { total_in_millis?: unknown } } | undefined): number =>
  Number(process?.cpu?.total_in_millis ?? 0);

const workerSeconds = async (address: string): Promise<number> => {
  const text = await (await fetch(address)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1] ?? 0);
};
