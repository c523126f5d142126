import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Agent, fetch } from 'undici';
import { startProcess, stopChild } from '../../lab/benchmark/indexing/through.ts';
import { freePort } from '../../stack/ports.ts';
import { prepareLanguages } from '../../worker/definitions.ts';
import { type Installation, openInstallation, testConfig } from '../support/installation.ts';

const key = 'rolling-restart-key-0123456789';
/** Connections are kept, as a balancer keeps them. */
const dispatcher = new Agent({ keepAliveTimeout: 30_000, connections: 8 });

interface Instance {
  readonly url: string;
  process: ChildProcess;
  ready: boolean;
}

let site: Installation;
const running = new Set<ChildProcess>();

const start = async (name: 'api' | 'worker', more: NodeJS.ProcessEnv = {}): Promise<ChildProcess> => {
  const { elasticsearch, redis, prefix } = site.config;
  const child = await startProcess(name, {
    ELASTICSEARCH_URL: elasticsearch.urls[0],
    REDIS_URL: redis.url,
    DATELINE_PREFIX: prefix,
    DATELINE_KEY: key,
    DATELINE_LOG_LEVEL: 'error',
    DATELINE_WORKER_THREADS: '1',
    DATELINE_DRAIN_MS: '1500',
    ...more,
  });
  running.add(child);
  return child;
};

const startApi = async (port: number): Promise<ChildProcess> => start('api', { DATELINE_PORT: String(port) });

/** SIGTERM, as an orchestrator sends it. @returns the exit code */
const end = async (child: ChildProcess): Promise<number | null> => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code]: (number | null)[] = await ended;
  running.delete(child);
  return code ?? null;
};

beforeAll(async () => {
  site = await openInstallation(
    testConfig({
      // A lock that expires on a busy machine would look like work done twice.
      DATELINE_LOCK_MS: '30000',
    }),
  );
  // So does a first article that waits longer for its index than the sweeper waits for a job.
  await prepareLanguages(site.client, site.config, ['en']);
}, 240_000);

afterAll(async () => {
  for (const child of running) await stopChild(child);
  await dispatcher.close();
  await site.erase();
}, 300_000);

/** Asks every instance now and then whether it is ready, and sends to those that are, as a balancer does. */
const balance = (instances: readonly Instance[]) => {
  const probe = async (instance: Instance): Promise<void> => {
    const answer = await fetch(`${instance.url}/health/ready`, { dispatcher }).catch(() => null);
    await answer?.text();
    instance.ready = answer?.status === 200;
  };
  const timer = setInterval(() => void Promise.all(instances.map(probe)), 150);
  let turn = 0;
  return {
    next: (): Instance | undefined => {
      const ready = instances.filter((instance) => instance.ready);
      turn += 1;
      return ready[turn % ready.length];
    },
    stop: () => clearInterval(timer),
  };
};

/** Writes new articles and searches for them until told to stop. @returns ids that were taken, and what failed */
const load = (next: () => Instance | undefined) => {
  const taken: string[] = [];
  const failed: string[] = [];
  let going = true;
  const ask = async (n: string): Promise<void> => {
    const url = next()?.url;
    const headers = { 'api-key': key, 'content-type': 'application/json' };
    const body = JSON.stringify({ title: `Harbour ${n}`, body: 'The harbour was opened.', language: 'en' });
    try {
      const wrote = await fetch(`${url}/v1/articles/${n}`, { method: 'PUT', headers, body, dispatcher });
      await wrote.text();
      if (wrote.status === 202) taken.push(n);
      else failed.push(`PUT ${wrote.status}`);
      const found = await fetch(`${url}/v1/articles?q=harbour`, { headers, dispatcher });
      await found.text();
      if (found.status !== 200) failed.push(`GET ${found.status}`);
    } catch (error) {
      failed.push(`${url} ${error instanceof Error ? String(error.cause ?? error) : error}`);
    }
  };
  const clients = Array.from({ length: 4 }, async (_, client) => {
    for (let n = 0; going; n += 1) {
      await ask(`${client}-${n}`);
      await pause(80);
    }
  });
  return async () => {
    going = false;
    await Promise.all(clients);
    return { taken, failed };
  };
};

test('API and workers are restarted one after the other under load: no request fails, no work is done twice', async () => {
  let worker = await start('worker');
  const instances: Instance[] = [];
  for (let n = 0; n < 2; n += 1) {
    const port = await freePort();
    instances.push({ url: `http://127.0.0.1:${port}`, process: await startApi(port), ready: true });
  }
  const [first, second] = instances;
  if (!first || !second) throw new Error('two instances were to be started');
  const balancer = balance(instances);
  const stop = load(balancer.next);
  await pause(1000);

  const leaving = end(first.process);
  await pause(300);
  const probe = await fetch(`${first.url}/health/ready`, { dispatcher });
  expect([probe.status, probe.headers.get('connection')]).toEqual([503, 'close']);
  expect(await probe.json()).toEqual({ status: 'closing' });
  expect(await leaving).toBe(0);
  first.process = await startApi(Number(new URL(first.url).port));
  while (!first.ready) await pause(50);
  expect(await end(second.process)).toBe(0);

  const fresh = await start('worker');
  expect(await end(worker)).toBe(0);
  worker = fresh;
  await pause(1000);
  const { taken, failed } = await stop();
  balancer.stop();
  expect(failed).toEqual([]);
  expect(taken.length).toBeGreaterThan(20);

  await site.settled();
  expect(Object.keys(await site.visible()).sort()).toEqual([...taken].sort());
  const { _all: all } = await site.client.indices.stats({
    index: site.names.allArticleIndices,
    metric: 'indexing',
  });
  expect(all.primaries?.indexing?.index_total).toBe(taken.length);
}, 300_000);
