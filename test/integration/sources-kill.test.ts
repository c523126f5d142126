import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEntryStore } from '../../platform/sources/entries.ts';
import { newSource } from '../../platform/sources/records.ts';
import { createSourceStore } from '../../platform/sources/store.ts';
import { type Installation, openInstallation, testConfig } from '../support/installation.ts';
import { feedAnswer, newsPage, rss, type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

const settings = {
  DATELINE_SOURCES_EVERY_MS: '200',
  DATELINE_SOURCES_LEAST_MS: '300',
  DATELINE_SOURCES_DELAY_MS: '100',
  DATELINE_ALLOWED_TARGETS: '127.0.0.1',
};
let installation: Installation;
let site: Site;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  installation = await openInstallation(testConfig(settings));
  site = await startSite();
}, 120_000);

afterAll(async () => {
  for (const child of workers) child.kill('SIGKILL');
  await installation?.erase();
  await site?.stop();
}, 120_000);

const startWorker = async (): Promise<ChildProcess> => {
  const { config } = installation;
  const child = fork(join(import.meta.dirname, '../../worker/main.ts'), {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...settings,
      DATELINE_PREFIX: config.prefix,
      DATELINE_LOCK_MS: '3000',
      DATELINE_WORKER_THREADS: '1',
      ELASTICSEARCH_URL: config.elasticsearch.urls[0],
      REDIS_URL: config.redis.url,
    },
  });
  workers.push(child);
  await new Promise((resolve) => child.once('message', resolve));
  return child;
};

test('workers that are killed while they poll and fetch lose no entry and double none', async () => {
  const items = Array.from({ length: 50 }, (_, n) => ({
    path: `/news/${n}`,
    title: `Canal ${n}`,
    at: new Date(Date.now() - n * 600_000),
  }));
  for (const { path, title } of items) site.serve(path, newsPage(title));
  site.serve('/feed', feedAnswer(rss(site.origin, items), '"one"'));
  const entries = createEntryStore(installation.client, installation.names);
  const source = newSource(`${site.origin}/feed`, 'pages', new Date());
  const fetched = (): number => site.asked.filter(({ path }) => path.startsWith('/news/')).length;
  await createSourceStore(installation.client, installation.names.sources).create(source);
  for (const kills of [10, 30]) {
    const worker = await startWorker();
    await until(() => fetched() >= kills, 60_000);
    worker.kill('SIGKILL');
    await new Promise((resolve) => worker.once('exit', resolve));
  }
  const last = await startWorker();
  await until(async () => {
    await entries.refresh();
    return (await entries.countsOf([source.id])).get(source.id)?.taken === items.length;
  }, 90_000);
  await installation.settled();
  const found = Object.values(await installation.visible()).flat();
  expect(found.map(({ title }) => title).sort()).toEqual(items.map(({ title }) => title).sort());
  // What a worker fetched in the second before it was killed is fetched again: ten pages at most, and one on its way.
  expect(fetched()).toBeLessThanOrEqual(items.length + 2 * 11);
  last.kill('SIGTERM');
  await new Promise((resolve) => last.once('exit', resolve));
}, 300_000);
