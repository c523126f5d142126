import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pendingOperation } from '../../platform/articles/pending.ts';
import { listAgain, redoArticles } from '../../platform/articles/redo.ts';
import { readStatus } from '../../platform/articles/status.ts';
import { sendBulk } from '../../platform/bulk.ts';
import { silentLog } from '../../platform/log.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { prepareLanguages } from '../../worker/definitions.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let worker: RunningWorker | undefined;

beforeAll(async () => {
  site = await openInstallation(testConfig());
}, 240_000);

afterAll(async () => {
  await worker?.close();
  await site.erase();
});

const english = (n: number) => ({
  title: `Harbour ${n}`,
  body: `The harbour opened, part ${n}.`,
  language: 'en',
});
const startWorker = async (): Promise<void> => {
  worker = createWorker(site.config, silentLog());
  await worker.ready;
};
const records = async (): Promise<number> => {
  await site.client.indices.refresh({ index: site.names.pending });
  return (await site.client.count({ index: site.names.pending })).count;
};

test('bulk work is one record, by which every article of it waits, until all are settled', async () => {
  const batch = ['a', 'b', 'c'].map((id, n) => submission(id, english(n)));
  await site.acceptor.accept(batch, 'bulk');
  expect(await records()).toBe(1);
  expect((await readStatus(site, 'b'))?.state).toBe('waiting');
  await startWorker();
  await site.settled();
  expect((await readStatus(site, 'b'))?.state).toBe('indexed');
  expect(Object.keys(await site.visible()).sort()).toEqual(['a', 'b', 'c']);
}, 240_000);

test('a batch of which a crash kept back a part is parted: what came is indexed, the rest waits for its input', async () => {
  const items = ['a', 'never'].map((id) => ({ id, revision: 1, bytes: 10 }));
  const since = new Date(Date.now() - 60_000).toISOString();
  await sendBulk(site.client, [pendingOperation(site.names, { items, queue: 'bulk', since })]);
  for (
    const end = Date.now() + 20_000;
    Date.now() < end && (await readStatus(site, 'a'))?.state !== 'indexed';
  )
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await readStatus(site, 'a'))?.state).toBe('indexed');
  const rest = await site.client.get({ index: site.names.pending, id: 'never' });
  expect(rest._source).toMatchObject({ id: 'never', revision: 1, since });
  await site.client.delete({ index: site.names.pending, id: 'never' });
}, 180_000);

test('what the sweeper hands out again is looked for in every language, at its first revision too', async () => {
  await site.acceptor.accept([submission('moved', english(1))], 'live');
  await site.settled();
  const { _source: copy = {} } = await site.client.get<object>({
    index: site.names.articlesOf('en'),
    id: 'moved',
  });
  const left = { version: 65_536, version_type: 'external_gte' } as const;
  await prepareLanguages(site.client, site.config, ['ru']);
  await site.client.index({ index: site.names.articlesOf('ru'), id: 'moved', document: copy, ...left });
  await listAgain(site, [{ id: 'moved', revision: 1 }], 'bulk');
  await site.settled();
  const old = await site.client.get<{ gone: boolean }>({ index: site.names.articlesOf('ru'), id: 'moved' });
  expect(old._source?.gone).toBe(true);
}, 180_000);

test('a rejected revision leaves what was before it, a deletion too, though nobody had indexed that yet', async () => {
  await site.acceptor.accept([submission('withdrawn', english(1))], 'live');
  await site.settled();
  await worker?.close();
  const poison = (id: string, date = 'once upon a time') => submission(id, { ...english(9), date });
  for (const one of [{ id: 'withdrawn', input: null, bytes: 0 }, submission('kept', english(2))])
    await site.acceptor.accept([one], 'live');
  for (const id of ['withdrawn', 'kept']) {
    await site.acceptor.accept([poison(id)], 'live');
    await site.acceptor.accept([poison(id, 'some day')], 'live');
  }
  await startWorker();
  await site.settled();
  const visible = await site.visible();
  expect([visible.withdrawn, visible.kept]).toMatchObject([undefined, [{ title: 'Harbour 2', revision: 1 }]]);
  expect((await readStatus(site, 'kept'))?.state).toBe('failed');
}, 180_000);

test('what was looked through for one rejected revision is not prepared again for the next', async () => {
  const { client, names } = site;
  const poison = submission('again', { ...english(9), date: 'once upon a time' });
  await site.acceptor.accept([submission('again', english(1))], 'live');
  await site.acceptor.accept([poison], 'live');
  await site.settled();
  // Written anew, it would have its own title again.
  const index = names.articlesOf('en');
  const { _source: own = {} } = await client.get<object>({ index, id: 'again' });
  const document = { ...own, title: 'Altered' };
  const version = { version: 65_536, version_type: 'external_gte', refresh: true } as const;
  await client.index({ index, id: 'again', document, ...version });
  const sendPoison = async (date: string) => {
    await site.acceptor.accept([submission('again', { ...english(9), date })], 'live');
    await site.settled();
  };
  await sendPoison('some day');
  expect((await site.visible()).again).toMatchObject([{ title: 'Altered' }]);
  // Without the failure on record, all are looked through.
  await client.delete({ index: names.failures, id: 'again', refresh: true });
  await sendPoison('one day');
  expect((await site.visible()).again).toMatchObject([{ title: 'Harbour 1', revision: 1 }]);
}, 180_000);

test('an embargoed revision does not hold back the one before it', async () => {
  await worker?.close();
  await site.acceptor.accept([submission('overtaken', english(1))], 'live');
  const publishAt = new Date(Date.now() + 3_600_000).toISOString();
  await site.acceptor.accept([submission('overtaken', english(2), { publishAt })], 'live');
  await startWorker();
  for (const end = Date.now() + 20_000; Date.now() < end && !(await site.visible()).overtaken; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await site.client.indices.refresh({ index: site.names.allArticleIndices });
  }
  expect((await site.visible()).overtaken).toMatchObject([{ revision: 1, title: 'Harbour 1' }]);
}, 180_000);

test('what is asked for again under embargo waits for its time, and is withdrawn where it stands', async () => {
  const { client, names } = site;
  const publishAt = new Date(Date.now() + 3_600_000).toISOString();
  await site.acceptor.accept([submission('early', english(1), { publishAt })], 'live');
  const document = { ...english(1), id: 'early', revision: 1, gone: false };
  const own = { version: 65_536, version_type: 'external', refresh: true } as const;
  await client.index({ index: names.articlesOf('en'), id: 'early', document, ...own });
  expect((await site.visible()).early).toHaveLength(1);
  await redoArticles(site, [{ id: 'early', revision: 1 }], 'bulk');
  const pendingUntil = async () =>
    (await client.get<{ notBefore?: string }>({ index: names.pending, id: 'early' }))._source?.notBefore;
  for (const end = Date.now() + 20_000; Date.now() < end && (await pendingUntil()) === undefined; )
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await pendingUntil()).toBe(publishAt);
  await client.indices.refresh({ index: names.allArticleIndices });
  expect((await site.visible()).early).toBeUndefined();
}, 180_000);
