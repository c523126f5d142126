import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { purgeArticle } from '../../platform/articles/purge.ts';
import { createFormerQueue, makeFormer } from '../../platform/former.ts';
import { silentLog } from '../../platform/log.ts';
import { createEntryStore } from '../../platform/sources/entries.ts';
import type { EntryRecord } from '../../platform/sources/records.ts';
import { createBackup } from '../../scripts/backup/snapshots.ts';
import { launchElasticsearch, launchRedis, type Server } from '../../stack/launch.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

/** Servers of this test alone, so that nothing else stands in their folders. */
const folder = mkdtempSync(join(tmpdir(), 'purged-bytes-'));
const [elasticsearchFolder, redisFolder] = [join(folder, 'elasticsearch'), join(folder, 'redis')];
const servers: Server[] = [];
let site: Installation;
let worker: RunningWorker;

/** Words that no compression shortens and nothing else holds. */
const word = (): string =>
  randomBytes(16).reduce((letters, byte) => letters + String.fromCharCode(97 + (byte % 26)), '');
const secrets = Array.from({ length: 30 }, word);
const secretText = (n: number) => `${secrets.slice(n, n + 15).join(' ')}.`;

/** Without their beginnings, which an index keeps once for several words. */
const traces = secrets.map((one) => one.slice(4));

/** Files below a folder that hold any of these words. */
const filesWith = (words: readonly string[], where: string): string[] =>
  readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((name) => isFileWith(words, join(where, name)))
    .sort();

const isFileWith = (words: readonly string[], path: string): boolean => {
  try {
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return words.some((one) => bytes.includes(one));
  } catch {
    // Merged away while we looked.
    return false;
  }
};

const entryOf = (source: string, article: string): EntryRecord => ({
  source,
  article,
  host: new URL(source).host,
  sign: '1',
  state: 'waiting',
  due: '2999-01-01T00:00:00.000Z',
  attempts: 0,
  found: '2024-01-01T00:00:00.000Z',
  seen: '2024-01-01T00:00:00.000Z',
  reason: null,
  entry: {
    lane: 'live',
    said: {
      url: null,
      given: {},
      order: null,
      input: { contentType: 'text/html', content: `<p>${secretText(0)}` },
    },
  },
});

beforeAll(async () => {
  const elasticsearch = await launchElasticsearch({ dataDir: elasticsearchFolder, heapMb: 512 });
  servers.push(elasticsearch);
  const redis = await launchRedis({ dataDir: redisFolder });
  servers.push(redis);
  site = await openInstallation(testConfig({ ELASTICSEARCH_URL: elasticsearch.url, REDIS_URL: redis.url }));
  worker = createWorker(site.config, silentLog());
  await worker.ready;
}, 400_000);

afterAll(async () => {
  await worker?.close();
  await site?.erase();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('a purge leaves no byte of a text in the folders of Elasticsearch and Redis, nor in later snapshots', async () => {
  const { client, names, config, redis } = site;
  const others = Array.from({ length: 200 }, (_, n) =>
    submission(`other-${n}`, { title: `Harbour ${n}`, body: `The harbour, part ${n}, was opened.` }),
  );
  await site.acceptor.accept(others.slice(0, 100), 'bulk');
  for (const n of [0, 15]) {
    const given = { title: secrets[n] ?? '', body: secretText(n), language: 'en' };
    await site.acceptor.accept([submission('secret', given)], 'live');
    await site.settled();
  }
  await site.acceptor.accept(others.slice(100), 'bulk');
  await site.settled();
  // One entry waits with its text, that of the other was replaced when it was taken.
  const entries = createEntryStore(client, names);
  const waiting = ['https://a.example/feed', 'https://b.example/feed'].map((source) =>
    entryOf(source, 'secret'),
  );
  await entries.announce(waiting);
  await entries.refresh();
  const due = await entries.findDue('b.example', new Date('3000-01-01'), 1);
  await entries.settle(
    due.map((stored) => ({ stored, next: { ...stored.entry, state: 'taken', due: null, entry: null } })),
  );
  const former = createFormerQueue(redis, config.prefix);
  const answer = await makeFormer(former, { id: 'secret', revision: 1 });
  expect(answer).toMatchObject({ kind: 'document', json: expect.stringContaining(secrets[0] ?? '') });
  await former.queue.close();
  const backups = { client, names, prefix: config.prefix };
  const before = await createBackup(backups);
  await client.indices.flush({ index: `${config.prefix}-*` });
  // The search would see a text that is there, on the disk and in a snapshot.
  const files = filesWith(traces, elasticsearchFolder);
  expect(files.some((name) => name.startsWith('data'))).toBe(true);
  expect(files.some((name) => name.startsWith('snapshots'))).toBe(true);

  await site.acceptor.accept([{ id: 'secret', input: null, bytes: 0 }], 'live');
  await site.settled();
  const purged = await purgeArticle(site, 'secret', new Date());
  const repository = `${config.prefix}-backup`;
  expect(purged).toMatchObject({ merged: true, snapshots: [`${repository}/${before.name}`] });
  const left = filesWith(traces, join(elasticsearchFolder, 'data'));
  const known = await client.cat.indices({ format: 'json', h: ['uuid', 'index'], expand_wildcards: 'all' });
  const named = left.map((path) => [path, known.find(({ uuid }) => uuid && path.includes(uuid))?.index]);
  expect(named).toEqual([]);

  await client.snapshot.delete({ repository, snapshot: before.name });
  await createBackup(backups, 'after');
  expect(filesWith(traces, elasticsearchFolder)).toEqual([]);

  // Redis writes its file once a second. It names the work, and never holds the text.
  await pause(2_000);
  expect(filesWith(['former-'], redisFolder)).not.toEqual([]);
  expect(filesWith(['"secret"'], redisFolder)).not.toEqual([]);
  expect(filesWith(traces, redisFolder)).toEqual([]);
}, 400_000);
