import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { replayFailure } from '../../platform/articles/failures.ts';
import { countFailures, listFailures } from '../../platform/articles/find-failures.ts';
import { readStatus } from '../../platform/articles/status.ts';
import { silentLog } from '../../platform/log.ts';
import { type CommandStore, openStore } from '../../scripts/open-store.ts';
import { verifyStore } from '../../scripts/verify/run.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { callCommand } from '../support/call-command.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let store: CommandStore;
let worker: RunningWorker;

const article = (id: string, more: object = {}) =>
  submission(id, { title: `Port ${id}`, body: 'The harbour was opened.', language: 'en', ...more });

beforeAll(async () => {
  site = await openInstallation(testConfig());
  store = openStore(site.config);
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  const broken = { date: 'once upon a time' };
  await site.acceptor.accept([article('a/1', broken), article('a/2', broken)], 'live', 'first-import');
  await site.acceptor.accept([article('b/1', broken), article('b/2')], 'live', 'second-import');
  await site.settled();
  await site.client.indices.refresh({ index: site.names.failures });
}, 180_000);

afterAll(async () => {
  await worker.close();
  await store.close();
  await site.erase();
}, 120_000);

const call = async (...args: readonly string[]) => {
  const { code, out } = await callCommand(site.config.prefix, args);
  return { code, lines: out.split('\n').flatMap((line): unknown[] => (line ? [JSON.parse(line)] : [])) };
};

const verify = async (): Promise<readonly unknown[]> =>
  (await verifyStore(store, { stopped: new AbortController().signal, onProgress: () => {} })).findings;

test('failures are counted, listed, discarded and replayed by one filter; verify knows the discarded ones', async () => {
  expect((await call('failures', 'count', '--by', 'trace')).lines).toEqual([
    { trace: 'first-import', count: 2 },
    { trace: 'second-import', count: 1 },
  ]);
  expect((await listFailures(site, { id: 'a/*' })).total).toBe(2);
  expect((await listFailures(site, { id: 'a/*', until: '2020-01-01' })).total).toBe(0);
  expect((await call('failures', 'discard')).code).toBe(2);
  expect(await call('failures', 'discard', '--trace', 'first-import', '--step', 'prepare')).toEqual({
    code: 0,
    lines: ['a/1', 'a/2'].map((id) => ({ id, state: 'discarded' })),
  });
  await site.client.indices.refresh({ index: site.names.failures });
  expect(await countFailures(site, 'reason')).toMatchObject([{ count: 1 }]);
  expect(await verify()).toEqual([]);
  expect((await readStatus(site, 'a/1'))?.state).toBe('failed');
  expect((await call('failures', 'replay', '--id', '*')).lines).toEqual([{ id: 'b/1', state: 'waiting' }]);
  await site.settled();
  // What failed anew after it was discarded is on the list again.
  expect(await replayFailure(store, 'a/1')).toBe(true);
  await site.settled();
  await site.client.indices.refresh({ index: site.names.failures });
  expect((await listFailures(site, { id: 'a/*' })).failures).toMatchObject([{ id: 'a/1' }]);
}, 240_000);

test('reclean shows what would change, and changes it', async () => {
  const { names, client } = site;
  const { _version: version = 1 } = await client.get({ index: names.articlesOf('en'), id: 'b/2' });
  const own = { index: names.articlesOf('en'), id: 'b/2', version, version_type: 'external_gte' } as const;
  const { _source } = await client.get<object>({ index: names.articlesOf('en'), id: 'b/2' });
  const document = { ...(_source ?? {}), title: 'Old title', body: 'The old text.' };
  await client.index({ ...own, document, refresh: true });
  expect((await call('reclean', '--diff', 'b/2', 'nobody')).lines).toMatchObject([
    {
      id: 'b/2',
      state: 'would change',
      fields: [{ field: 'title', before: 'Old title', after: 'Port b/2' }],
      paragraphs: [
        { change: 'removed', text: 'The old text.' },
        { change: 'added', text: 'The harbour was opened.' },
      ],
    },
    { id: 'nobody', state: 'no such article' },
  ]);
  expect((await site.visible())['b/2']).toMatchObject([{ title: 'Old title' }]);
  expect((await call('reclean', 'b/2')).lines).toEqual([{ id: 'b/2', state: 'waiting' }]);
  await site.settled();
  expect((await site.visible())['b/2']).toMatchObject([{ title: 'Port b/2' }]);
}, 240_000);
