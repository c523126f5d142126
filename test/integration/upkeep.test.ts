import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKeyStore } from '../../api/access/key-store.ts';
import { purgeArticle } from '../../platform/articles/purge.ts';
import { cleanExports } from '../../platform/clean-exports.ts';
import { silentLog } from '../../platform/log.ts';
import { appendToPeopleLog } from '../../platform/people-log.ts';
import { createPurgeLog } from '../../platform/purge-log.ts';
import { apiConnectionName, createFailFastRedis } from '../../platform/redis.ts';
import { readDelisted } from '../../scripts/backup/delistings.ts';
import { restoreBackup } from '../../scripts/backup/restore.ts';
import { createBackup, listBackups, standingIndices } from '../../scripts/backup/snapshots.ts';
import { type CommandStore, openStore } from '../../scripts/open-store.ts';
import { repairFindings, verifyStore } from '../../scripts/verify/run.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { prepareLanguages } from '../../worker/definitions.ts';
import { callCommand } from '../support/call-command.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let worker: RunningWorker;
let store: CommandStore;

const article = (n: number) =>
  submission(`a${n}`, { title: `Harbour ${n}`, body: `The harbour, part ${n}, was opened.`, language: 'en' });

/** Outside the cluster. */
const folder = mkdtempSync(join(tmpdir(), 'purge-log-'));

beforeAll(async () => {
  site = await openInstallation(testConfig({ DATELINE_PURGE_LOG: folder }));
  store = openStore(site.config);
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  await site.acceptor.accept(
    Array.from({ length: 8 }, (_, n) => article(n)),
    'bulk',
  );
  await site.acceptor.accept([{ id: 'a7', input: null, bytes: 0 }], 'live');
  await site.settled();
}, 240_000);

afterAll(async () => {
  await worker.close();
  const repository = `${site.config.prefix}-backup`;
  await site.client.snapshot.delete({ repository, snapshot: '*' }, { ignore: [404] });
  await site.client.snapshot.deleteRepository({ name: repository }, { ignore: [404] });
  await store.close();
  await site.erase();
  rmSync(folder, { recursive: true });
}, 180_000);

const verify = async () => {
  await site.client.indices.refresh({ index: site.names.allArticleIndices });
  const { findings } = await verifyStore(store, {
    stopped: new AbortController().signal,
    onProgress: () => {},
  });
  return findings.map(({ id, fault }) => `${id} ${fault}`).sort();
};

describe('verify', () => {
  test('finds what is missing, doubled, come back or without input, and mends it', async () => {
    expect(await verify()).toEqual([]);
    const { client, names } = site;
    // Under its own version: a later one would be kept in mind and refuse the repair.
    const own = { version: 65_536, version_type: 'external_gte' } as const;
    await client.delete({ index: names.articlesOf('en'), id: 'a1', ...own });
    const { _source: copy } = await client.get<object>({ index: names.articlesOf('en'), id: 'a2' });
    await prepareLanguages(client, site.config, ['ru', 'de']);
    await client.index({ index: names.articlesOf('ru'), id: 'a2', document: { ...copy } });
    await client.index({ index: names.articlesOf('de'), id: 'a7', document: { ...copy, id: 'a7' } });
    await client.index({ index: names.articlesOf('de'), id: 'stray', document: { ...copy, id: 'stray' } });
    expect(await verify()).toEqual(['a1 missing', 'a2 doubled', 'a7 resurrected', 'stray orphan']);
    const { findings } = await verifyStore(store, {
      stopped: new AbortController().signal,
      onProgress: () => {},
    });
    expect(await repairFindings(store, findings)).toBe(3);
    await site.settled();
    expect(await verify()).toEqual(['stray orphan']);
    await client.delete({ index: names.articlesOf('de'), id: 'stray' });
  }, 240_000);
});

describe('backup and restore', () => {
  test('keep the newest snapshots, and try one beside the data while all runs', async () => {
    const { prefix } = site.config;
    const call = (...args: readonly string[]) => callCommand(prefix, [...args, '--json']);
    const known = { ...store, prefix, repository: `${prefix}-backup` };
    const { name: first } = await createBackup({ ...store, prefix });
    await site.acceptor.accept([article(30)], 'live');
    await site.settled();
    const { code, out } = await call('backup', '--keep', '1');
    const [second, gone] = out.trim().split('\n');
    expect([code, JSON.parse(gone ?? '')]).toEqual([0, { deleted: first }]);
    const { name } = JSON.parse(second ?? '');
    expect((await listBackups(known)).map((snapshot) => snapshot.name)).toEqual([name]);
    await expect(listBackups({ ...known, repository: 'bucket' })).rejects.toThrow(/no repository bucket/);
    const before = await standingIndices(known);
    const drilled = await call('restore', name, '--drill');
    expect([drilled.code, JSON.parse(drilled.out)]).toMatchObject([
      0,
      { snapshot: name, articles: 9, documents: 8, faults: {} },
    ]);
    expect(await standingIndices(known)).toEqual(before);
    const found = await site.client.indices.get({ index: `${prefix}-drill-*`, expand_wildcards: 'all' });
    expect(found).toEqual({});
    expect((await call('backup', '--delete', name)).code).toBe(0);
    expect((await call('restore', name, '--drill')).code).toBe(2);
  }, 240_000);

  test('bring back what was, keep what was replaced, and ask before replacing', async () => {
    const backups = { ...store, prefix: site.config.prefix };
    const keys = createKeyStore(site.client, site.config.prefix);
    const { key } = await keys.create({ name: 'stolen', scopes: ['admin'], now: new Date() });
    const { key: leaked } = await keys.create({ name: 'leaked', scopes: ['admin'], now: new Date() });
    // Of another installation, whose prefix begins as ours does.
    const neighbour = `${site.config.prefix}-staging-raw`;
    await site.client.indices.create({ index: neighbour });
    const again = (body: string) => submission('a22', { title: 'Again', body, language: 'en' });
    await site.acceptor.accept([again('What is withdrawn.')], 'live');
    await site.settled();
    // Its embargo is prolonged after the snapshot.
    const draft = (until: number, body: string) => ({
      ...submission('a21', { title: 'Draft', body, language: 'en' }),
      publishAt: new Date(Date.now() + until).toISOString(),
    });
    await site.acceptor.accept([draft(600_000, 'One')], 'live');
    const { name, state } = await createBackup(backups);
    await site.client.index({ index: neighbour, id: 'newest', document: { n: 1 }, refresh: true });
    expect(await standingIndices(backups)).not.toContain(neighbour);
    await site.acceptor.accept([draft(3_600_000, 'Two')], 'live');
    // It would wait for an hour.
    await site.client.delete({ index: site.names.pending, id: 'a21', refresh: true });
    // Deleted after the snapshot, and sent again with another text.
    await site.acceptor.accept([{ id: 'a22', input: null, bytes: 0 }], 'live');
    await site.settled();
    await site.acceptor.accept([again('What replaces it.')], 'live');
    await site.settled();
    await keys.revoke(key.id, new Date());
    await site.acceptor.accept([{ id: 'a4', input: null, bytes: 0 }], 'live');
    await site.settled();
    await purgeArticle(store, 'a4', new Date());
    expect(state).toBe('SUCCESS');
    const edits = [
      { action: 'delist', id: 'name:greta gone' },
      { action: 'delist', id: 'name:henry here' },
      { action: 'undo', edit: 2 },
    ];
    for (const [at, value] of edits.entries())
      await appendToPeopleLog(site.client, site.names.state, {
        number: at + 1,
        at: new Date().toISOString(),
        owner: 'test',
        value,
      });
    // As a cluster that is lost would have left them: one article that the snapshot holds, one that it never saw.
    const log = createPurgeLog(folder);
    await log.note({ purged: 'a5', revision: 2 }, new Date());
    await log.note({ purged: 'after', revision: 4 }, new Date());
    await log.note({ revoked: leaked.id }, new Date());
    await site.acceptor.accept([{ id: 'a3', input: null, bytes: 0 }, article(20)], 'live');
    await site.settled();
    await expect(restoreBackup(backups, name, { replace: true })).rejects.toThrow(/workers are running/);
    await worker.close();
    await expect(restoreBackup(backups, name, { replace: false })).rejects.toThrow(/--replace/);
    await expect(restoreBackup(backups, 'never-made', { replace: true })).rejects.toThrow(/no snapshot/);
    const api = createFailFastRedis(site.config, apiConnectionName(site.config.prefix));
    await once(api, 'ready');
    await expect(restoreBackup(backups, name, { replace: true })).rejects.toThrow(/an API is running/);
    await api.quit();
    const restored = await restoreBackup(backups, name, { replace: true });
    expect(restored.before).toMatch(/^before-restore-/);
    expect(restored).toMatchObject({ revoked: 2, purged: 2, delisted: 1, withdrawn: 3 });
    // Before any worker runs.
    for (const id of ['a3', 'a22']) expect((await site.visible())[id]).toBeUndefined();
    const { _source: prolonged } = await site.client.get({ index: site.names.raw, id: 'a21' });
    expect(prolonged).toMatchObject({ deleted: true, input: null });
    expect(await readDelisted(site.client, site.names.state)).toEqual(['name:greta gone']);
    expect((await keys.get(key.id))?.revoked).not.toBeNull();
    expect((await keys.get(leaked.id))?.revoked).not.toBeNull();
    const nightly = [submission('a5', {}), submission('after', {}), article(4)];
    const outcomes = (await site.acceptor.accept(nightly, 'bulk')).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['purged', 'purged', 'purged']);
    const { _source: erased } = await site.client.get({ index: site.names.raw, id: 'a4' });
    expect(erased).toMatchObject({ input: null, purged: true });
    expect((await site.client.count({ index: neighbour })).count).toBe(1);
    await site.client.indices.delete({ index: neighbour });
    worker = createWorker(site.config, silentLog());
    await worker.ready;
    await site.settled();
    const visible = await site.visible();
    const hidden = [visible.a3, visible.a4, visible.a5, visible.a20, visible.a21];
    expect(hidden.every((indices) => indices === undefined)).toBe(true);
    expect(visible.a6).toHaveLength(1);
    expect(await verify()).toEqual([]);
  }, 240_000);
});

test('what is kept of exports goes: marks and broken ones after a day, whole ones after a month', async () => {
  const { client, names } = site;
  const now = Date.now();
  const put = (id: string, complete: boolean, days: number) =>
    client.index({
      index: names.exports,
      id,
      document: { token: 't', complete, at: new Date(now - days * 86_400_000).toISOString(), value: {} },
    });
  await put('broken', false, 2);
  await put('broken@3', false, 2);
  await put('running@4', false, 0.5);
  await put('whole', true, 20);
  await put('old', true, 40);
  expect(await cleanExports(client, names.exports, new Date(now))).toBe(3);
  await client.indices.refresh({ index: names.exports });
  const { hits } = await client.search({ index: names.exports });
  expect(hits.hits.map(({ _id }) => _id).sort()).toEqual(['running@4', 'whole']);
});
