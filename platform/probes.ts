import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import type { Redis } from './redis.ts';

/** Asks one server whether it answers. Never throws. */
export type Probe = () => Promise<boolean>;

const PROBE_MS = 2000;

export const probeElasticsearch =
  (client: Client, alias: string): Probe =>
  () =>
    client.indices.existsAlias({ name: alias }, { requestTimeout: PROBE_MS }).catch(() => false);

export const probeRedis =
  (redis: Pick<Redis, 'ping' | 'status'>): Probe =>
  async () => {
    // A client that retries would hold the command until the server is back.
    if (redis.status !== 'ready') return false;
    return (await redis.ping().catch(() => '')) === 'PONG';
  };

/** Whether all answer in time. */
export const allPass = async (probes: readonly Probe[]): Promise<boolean> => {
  const late = pause(PROBE_MS, false, { ref: false });
  const answers = await Promise.all(probes.map((probe) => Promise.race([probe(), late])));
  return answers.every(Boolean);
};
