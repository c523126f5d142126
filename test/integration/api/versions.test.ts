import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createExportStore } from '../../../api/export/record.ts';
import { mounted } from '../../../api/mounted.ts';
import { indexNames } from '../../../mappings/names.ts';
import { applyPurges } from '../../../platform/articles/apply-purges.ts';
import { allowPurged } from '../../../platform/articles/purge.ts';
import { listPurges } from '../../../platform/articles/purges.ts';
import { storeInput } from '../../../platform/articles/records.ts';
import { silentLog } from '../../../platform/log.ts';
import { readPurgeLog } from '../../../platform/purge-log.ts';
import { createWorker, type RunningWorker } from '../../../worker/create.ts';
import { type Installation, jsonInput, openInstallation } from '../../support/installation.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

/** Outside the cluster. */
const folder = mkdtempSync(join(tmpdir(), 'purge-log-'));
let service: SearchService;
let worker: RunningWorker;
let store: Installation;

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en', 'und'],
    mounted,
    environment: { DATELINE_PURGE_LOG: folder },
  });
  worker = createWorker(service.services.config, silentLog());
  await worker.ready;
  store = await openInstallation(service.services.config);
}, 180_000);

afterAll(async () => {
  await worker?.close();
  await service?.stop();
  store?.redis.disconnect();
  rmSync(folder, { recursive: true });
}, 180_000);

const ask = async (path: string, init: RequestInit = {}, keyed = true) => {
  const headers = { 'content-type': 'application/json', ...(keyed ? { 'api-key': service.key } : {}) };
  const response = await fetch(`${service.url}/v1/articles/${path}`, { headers, ...init });
  return { status: response.status, body: await response.json() };
};
const put = (id: string, article: object) =>
  ask(`${id}?wait=searchable`, { method: 'PUT', body: JSON.stringify(article) });

const first = { title: 'The bridge', body: 'It opened on Tuesday.\nThe mayor cut a ribbon.', language: 'en' };
const second = { ...first, title: 'The new bridge', body: 'It opened on Monday.\nThe mayor cut a ribbon.' };

test('versions, what differs, the article as of an instant; then a purge leaves nothing of it', async () => {
  expect((await put('bridge', first)).body).toMatchObject({ state: 'searchable' });
  const between = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await put('bridge', second)).body).toMatchObject({ revision: 2, state: 'searchable' });
  const { body: list } = await ask('bridge/versions', {}, false);
  expect(list).toMatchObject({
    versions: [{ revision: 2 }, { revision: 1 }],
    difference: {
      from: 1,
      to: 2,
      fields: [{ field: 'title', before: 'The bridge', after: 'The new bridge' }],
      paragraphs: [
        { change: 'removed', text: 'It opened on Tuesday.' },
        { change: 'added', text: 'It opened on Monday.' },
        { change: 'same', text: 'The mayor cut a ribbon.' },
      ],
    },
  });
  const page = await (await fetch(`${service.url}/articles/bridge/versions?ui-lang=de`)).text();
  expect(page).toContain('It opened on <del>Tuesday</del><ins>Monday</ins>.');
  expect(page).toContain('<ins>The new bridge</ins>');
  expect(page).toContain('1 → 2</h2>');
  expect((await ask(`bridge?as-of=${between}`, {}, false)).body).toMatchObject({
    revision: 1,
    title: 'The bridge',
  });
  expect((await ask('bridge?as-of=2001-01-01T00:00:00Z', {}, false)).status).toBe(404);
  expect((await ask('bridge/versions?from=7', {}, false)).status).toBe(404);

  // An export that was begun and not read to its end still shows the article.
  const names = indexNames(service.services.config.prefix);
  const { id: view } = await service.services.elasticsearch.openPointInTime({
    index: names.articles,
    keep_alive: '5m',
  });
  const exports = createExportStore(service.services);
  const at = new Date().toISOString();
  const record = { token: 'f'.repeat(32), at, query: '', format: 'ndjson', view, complete: false } as const;
  await exports.put({ ...record, count: 0, bytes: 0, sha256: null, pages: 0 });
  const empty = { page: 1, after: [], count: 0, bytes: 0, hash: '', sha256: '' };
  await exports.putCheckpoint(record.token, empty);
  const purged = await ask('bridge?purge=true', { method: 'DELETE' });
  await expect(service.services.elasticsearch.search({ pit: { id: view } })).rejects.toThrow(
    /search_context/,
  );
  expect(purged).toMatchObject({
    status: 200,
    body: { id: 'bridge', revision: 3, erased: { history: 2, documents: 1 }, merged: true, snapshots: [] },
  });
  expect((await ask('bridge', {}, false)).status).toBe(404);
  expect((await ask('bridge/versions', {}, false)).status).toBe(404);
  const { hits } = await store.client.search({
    index: `${store.config.prefix}-*`,
    query: { query_string: { query: '"mayor cut"', fields: ['*'], lenient: true } },
  });
  expect(hits.hits).toEqual([]);
  const raw = await store.client.get({ index: store.names.raw, id: 'bridge' });
  expect(raw._source).toMatchObject({ revision: 3, input: null, purged: true });
});

test('purges and revocations are noted outside the cluster', async () => {
  const admin = { headers: { 'content-type': 'application/json', 'api-key': service.key } };
  const made = await fetch(`${service.url}/admin/keys`, {
    ...admin,
    method: 'POST',
    body: JSON.stringify({ name: 'lost', scopes: ['admin'] }),
  });
  const { id } = (await made.json()) as { id: string };
  await fetch(`${service.url}/admin/keys/${id}`, { ...admin, method: 'DELETE' });
  expect(await readPurgeLog(folder)).toEqual({ purges: [{ id: 'bridge', revision: 3 }], revoked: [id] });
});

test('what was purged stays out, however it is sent, until it is allowed again', async () => {
  expect(await put('bridge', second)).toMatchObject({
    status: 409,
    body: { title: 'The article was purged and is rejected' },
  });
  const lines = await fetch(`${service.url}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'api-key': service.key },
    body: JSON.stringify({ id: 'bridge', ...second }),
  });
  expect(await lines.json()).toMatchObject({ id: 'bridge', revision: 3, outcome: 'purged' });
  const [imported] = await store.acceptor.accept(
    [{ id: 'bridge', input: jsonInput(second), bytes: 1 }],
    'bulk',
  );
  expect(imported).toMatchObject({ revision: 3, outcome: 'purged' });
  expect((await ask('bridge', {}, false)).status).toBe(404);
});

test('after a restore what was purged is purged again; what was allowed and sent after the purge stays', async () => {
  const purges = await Array.fromAsync(listPurges(store));
  expect(purges).toEqual([{ id: 'bridge', revision: 3 }]);
  // As an old snapshot would bring it back.
  const received = new Date().toISOString();
  const old = { revision: 2, checksum: 'old', received, deleted: false, input: storeInput(jsonInput(first)) };
  await store.client.index({ index: store.names.raw, id: 'bridge', document: old, refresh: true });
  expect(await applyPurges(store, store.acceptor, purges, new Date())).toBe(1);
  expect((await ask('bridge/versions', {}, false)).status).toBe(404);
  expect((await put('bridge', second)).status).toBe(409);
  expect(await allowPurged(store, 'bridge')).toBe(true);
  expect(await allowPurged(store, 'never-purged')).toBe(false);
  await put('bridge', second);
  expect(await applyPurges(store, store.acceptor, await Array.fromAsync(listPurges(store)), new Date())).toBe(
    0,
  );
  expect((await ask('bridge', {}, false)).body).toMatchObject({ title: 'The new bridge' });
});

test('writers that send revisions while an article is purged bring nothing of it back', async () => {
  const rounds = 2;
  for (let round = 0; round < rounds; round += 1) {
    const id = `raced-${round}`;
    await put(id, { ...first, body: 'A racedword stood here.' });
    let going = true;
    const writers = [1, 2, 3].map(async (writer) => {
      for (let n = 0; going; n += 1) {
        const article = { ...first, body: `A racedword stood here ${writer} ${n}.` };
        await ask(id, { method: 'PUT', body: JSON.stringify(article) });
        // As fast as they can, refused writers would leave the purge no time.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    const { status } = await ask(`${id}?purge=true`, { method: 'DELETE' });
    going = false;
    await Promise.all(writers);
    expect(status).toBe(200);
    expect((await put(id, first)).status).toBe(409);
  }
  await store.settled();
  await store.client.indices.refresh({ index: `${store.config.prefix}-*` });
  const { hits } = await store.client.search({
    index: `${store.config.prefix}-*`,
    query: { query_string: { query: 'racedword', fields: ['*'], lenient: true } },
  });
  expect(hits.hits.map(({ _index, _id }) => `${_index} ${_id}`)).toEqual([]);
  const raw = await store.client.mget<{ input: unknown }>({
    index: store.names.raw,
    ids: Array.from({ length: rounds }, (_, round) => `raced-${round}`),
  });
  for (const document of raw.docs)
    expect('_source' in document ? document._source?.input : 'missing').toBeNull();
  const history = await store.client.search<{ id?: string }>({ index: store.names.history, size: 1000 });
  expect(JSON.stringify(history.hits.hits)).not.toContain('raced-');
}, 240_000);

test('nobody but writers knows of an article under embargo', async () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await ask('secret', { method: 'PUT', body: JSON.stringify({ ...first, 'publish-at': later }) });
  for (const path of ['secret', 'secret/versions', `secret?as-of=${new Date().toISOString()}`])
    expect((await ask(path, {}, false)).status).toBe(404);
  expect((await ask('secret/status', {}, false)).status).toBe(401);
  expect((await ask('secret/versions')).body).toMatchObject({ versions: [{ revision: 1, since: later }] });
  // A new revision under embargo leaves the old one in its place.
  await put('open', first);
  await ask('open', { method: 'PUT', body: JSON.stringify({ ...second, 'publish-at': later }) });
  expect((await ask('open', {}, false)).body).toMatchObject({ title: 'The bridge' });
  expect((await ask('open/versions', {}, false)).body).toMatchObject({ versions: [{ revision: 1 }] });
});

test('who wrote what stands in the audit', async () => {
  await store.client.indices.refresh({ index: store.names.audit });
  const { hits } = await store.client.search({
    index: store.names.audit,
    query: { term: { subject: 'bridge' } },
    sort: [{ at: 'asc' }],
  });
  const actions = hits.hits.map(({ _source }) => (_source as { action: string }).action);
  expect(actions.slice(0, 4)).toEqual(['write', 'write', 'delete', 'purge']);
});
