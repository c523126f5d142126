import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '../../platform/log.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, testConfig } from '../support/installation.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-drop-'));
const running: ChildProcess[] = [];
let installation: Installation;
let worker: RunningWorker;

beforeAll(async () => {
  installation = await openInstallation(testConfig());
  worker = createWorker(installation.config, silentLog());
  await worker.ready;
}, 120_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await worker?.close();
  await installation?.erase();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

const startWatch = (): ChildProcess => {
  const cli = join(import.meta.dirname, '../../scripts/cli.ts');
  const child = spawn(process.execPath, [cli, 'ingest', '--watch', folder, '--every', '500'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DATELINE_PREFIX: installation.config.prefix,
      ELASTICSEARCH_URL: installation.config.elasticsearch.urls[0],
      REDIS_URL: installation.config.redis.url,
    },
  });
  running.push(child);
  return child;
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));

const story = (n: number, title: string): string =>
  `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="urn:drop:${n}"/></docdata></head><body><body.head><hedline><hl1>${title}</hl1></hedline></body.head><body.content><p>The ferry to the island sailed at noon, the harbour office said.</p></body.content></body></nitf>`;

const drop = (name: string, content: string): void => writeFileSync(join(folder, name), content);
const isIn = (place: string, name: string) => (): boolean => existsSync(join(folder, place, name));

const titles = async (): Promise<readonly string[]> => {
  await installation.settled();
  return Object.values(await installation.visible())
    .flat()
    .map(({ title }) => title)
    .sort();
};

test('files are taken in once they are whole, then moved, the failed ones with their reasons', async () => {
  const watch = startWatch();
  drop('one.xml', story(1, 'Ferry one'));
  drop('two.xml.part', story(2, 'Ferry two'));
  const [begin, end] = [story(3, 'Ferry three').slice(0, 100), story(3, 'Ferry three').slice(100)];
  drop('three.xml', begin);
  const writing = (async () => {
    // Written in parts, each sooner than the folder is looked into twice.
    for (const letter of end) {
      appendFileSync(join(folder, 'three.xml'), letter);
      await pause(10);
    }
  })();
  drop('links.html', '<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>');
  drop('picture.png', 'no article');
  await until(isIn('done', 'one.xml'), 90_000);
  renameSync(join(folder, 'two.xml.part'), join(folder, 'two.xml'));
  await writing;
  for (const name of ['two.xml', 'three.xml']) await until(isIn('done', name), 60_000);
  for (const name of ['links.html', 'picture.png']) await until(isIn('failed', name), 60_000);
  const reasons = (name: string): string =>
    JSON.parse(readFileSync(join(folder, 'failed', `${name}.reasons.ndjson`), 'utf8')).reason;
  expect(reasons('links.html')).toBe('not-an-article');
  expect(reasons('picture.png')).toBe('unknown-format');
  drop('one.xml', story(4, 'Ferry four'));
  await until(isIn('done', 'one-2.xml'), 60_000);
  expect(await titles()).toEqual(['Ferry four', 'Ferry one', 'Ferry three', 'Ferry two']);
  watch.kill('SIGTERM');
  expect(await ended(watch)).toBe(0);
}, 400_000);

test('a watch that is killed loses no file and doubles no article', async () => {
  const before = await titles();
  for (let n = 10; n < 40; n += 1) drop(`${n}.xml`, story(n, `Barge ${n}`));
  drop('bad.html', '<ul><li><a href="/c">Three</a></li><li><a href="/d">Four</a></li></ul>');
  const first = startWatch();
  const known = before.length;
  await until(async () => {
    await installation.client.indices.refresh({ index: installation.names.raw });
    return (await installation.client.count({ index: installation.names.raw })).count > known + 2;
  }, 90_000);
  first.kill('SIGKILL');
  await ended(first);
  const second = startWatch();
  await until(isIn('done', '39.xml'), 120_000);
  // It failed while nobody watched, and is told all the same.
  await until(isIn('failed', 'bad.html'), 60_000);
  await until(() => readdirSync(folder).length === 2);
  const barges = (await titles()).filter((title) => title.startsWith('Barge'));
  expect(barges).toEqual(Array.from({ length: 30 }, (_, n) => `Barge ${n + 10}`));
  second.kill('SIGTERM');
  await ended(second);
}, 400_000);
