import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Installation, startInstallation } from '../../lab/faults/installation.ts';
import { freePort } from '../../stack/ports.ts';
import { findProgram } from '../support/programs.ts';
import { startPrometheus, type TestPrometheus } from '../support/prometheus.ts';
import { until } from '../support/until.ts';

const found = process.env.DATELINE_LONG_TESTS
  ? await findProgram({
      variable: 'TEST_PROMETHEUS',
      names: ['prometheus'],
      debian: { name: 'prometheus', path: 'usr/bin/prometheus' },
    })
  : 'only in the long form';
const asFound = typeof found === 'string' ? describe.skip : describe;

let site: Installation;
let prometheus: TestPrometheus;

const put = (id: string, type: string, body: string): Promise<Response | null> =>
  fetch(`${site.api}/v1/articles/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${site.key}`, 'content-type': type },
    body,
  }).catch(() => null);

let asked = 0;
/** Each time for other words, which no memory holds. */
const search = (): Promise<Response | null> => {
  asked += 1;
  const url = `${site.api}/v1/articles?q=harbour${asked}`;
  return fetch(url, { signal: AbortSignal.timeout(20_000) }).catch(() => null);
};

let isFault = false;
/** Repeats something while the fault lasts. */
const meanwhile = async (work: () => Promise<unknown>): Promise<void> => {
  while (isFault) {
    await work();
    await pause(200);
  }
};

const isFiring = async (name: string): Promise<boolean> =>
  (await prometheus.firing()).some(({ alertname }) => alertname === name);

/** The alarms fire while the fault lasts, and stop after it. */
const alarmed = async (
  names: readonly string[],
  fault: (isOn: boolean) => void,
  work: () => Promise<unknown>,
): Promise<void> => {
  isFault = true;
  fault(true);
  const working = meanwhile(work);
  try {
    for (const name of names) await until(() => isFiring(name), 90_000);
  } finally {
    isFault = false;
    fault(false);
    await working;
  }
  for (const name of names) await until(async () => !(await isFiring(name)), 120_000);
};

asFound(`a real Prometheus (${typeof found === 'string' ? found : found.path})`, () => {
  beforeAll(async () => {
    if (typeof found === 'string') return;
    const metricsPort = await freePort();
    site = await startInstallation(1, { DATELINE_WORKER_METRICS_PORT: String(metricsPort) });
    prometheus = await startPrometheus(found, {
      'dateline-api': new URL(site.api).host,
      'dateline-worker': `127.0.0.1:${metricsPort}`,
    });
    await put('one', 'application/json', JSON.stringify({ title: 'Harbour', body: 'The harbour is open.' }));
    await pause(5000);
  }, 180_000);

  afterAll(async () => {
    await prometheus.stop();
    await site.stop();
  }, 60_000);

  test('nothing fires while nothing is wrong', async () => {
    // Until the first scrapes there is no API and no worker.
    await until(async () => (await prometheus.firing()).length === 0, 60_000);
    await pause(10_000);
    expect((await prometheus.firing()).map(({ alertname }) => alertname)).toEqual([]);
  });

  test.each([
    ['worker', ['DatelineDown', 'DatelineNoWorker']],
    ['api', ['DatelineDown', 'DatelineNoApi']],
  ] as const)(
    '%s down',
    async (name, alarms) => {
      const back = site.processes[name].killAndRestart(25_000);
      await alarmed(
        alarms,
        () => {},
        async () => {},
      );
      await back;
    },
    240_000,
  );

  test('Elasticsearch cannot be reached', async () => {
    const fault = (isOn: boolean) => site.networks[0]?.refuse(isOn);
    await alarmed(['DatelineNotReady', 'DatelineErrorRate'], fault, search);
  }, 240_000);

  test('Redis cannot be reached', async () => {
    const article = JSON.stringify({ title: 'Harbour', body: 'The harbour is closed.' });
    const fault = (isOn: boolean) => site.networks.at(-1)?.refuse(isOn);
    await alarmed(['DatelineNotReady', 'DatelineQueueUnreachable'], fault, () =>
      put('two', 'application/json', article),
    );
  }, 240_000);

  test('Elasticsearch answers late', async () => {
    const fault = (isOn: boolean) => site.networks[0]?.delay(isOn ? 700 : 0);
    await alarmed(['DatelineSlowRequests'], fault, () => Promise.all([search(), search(), search()]));
  }, 240_000);

  test('a sender delivers what cannot be read', async () => {
    await alarmed(
      ['DatelineFailures'],
      () => {},
      () => put(`empty-${Date.now()}`, 'text/html', '<html><body></body></html>'),
    );
  }, 240_000);
});
