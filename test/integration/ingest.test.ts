import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countPending } from '../../platform/articles/pending.ts';
import { silentLog } from '../../platform/log.ts';
import { findFiles } from '../../scripts/ingest/files.ts';
import { openProgress } from '../../scripts/ingest/progress.ts';
import { ingestSources } from '../../scripts/ingest/run.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { callCommand } from '../support/call-command.ts';
import { type Installation, openInstallation, testConfig } from '../support/installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-ingest-'));
const state = join(folder, 'state.json');
let site: Installation;
let worker: RunningWorker;
let server: Server;

beforeAll(async () => {
  site = await openInstallation(testConfig());
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  server = createServer((request, response) => {
    if (request.url === '/links')
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>');
    if (request.url !== '/page') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html' });
    const text = 'The harbour was opened on Tuesday, the ministry said, and ships came in. '.repeat(5);
    response.end(`<html><body><article><h1>Harbour</h1><p>${text}</p></article></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 120_000);

afterAll(async () => {
  server.close();
  await worker.close();
  await site.erase();
  rmSync(folder, { recursive: true, force: true });
});

/** The command as an operator calls it. @returns its exit code */
const ingest = async (...args: string[]): Promise<number | null> => {
  const cli = join(import.meta.dirname, '../../scripts/cli.ts');
  const child = spawn(process.execPath, [cli, 'ingest', '--state', state, ...args], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DATELINE_PREFIX: site.config.prefix,
      ELASTICSEARCH_URL: site.config.elasticsearch.urls[0],
      REDIS_URL: site.config.redis.url,
    },
  });
  return new Promise((resolve) => child.on('close', resolve));
};

test('no more articles than allowed ever wait', async () => {
  const lines = Array.from({ length: 120 }, (_, n) =>
    JSON.stringify({ id: `${n}`, title: `Harbour ${n}`, body: 'The harbour was opened.', language: 'en' }),
  );
  writeFileSync(join(folder, 'many.ndjson'), lines.join('\n'));
  let most = 0;
  let isImporting = true;
  const watching = (async () => {
    while (isImporting) most = Math.max(most, await countPending(site));
  })();
  const tally = await ingestSources({
    config: site.config,
    sources: await findFiles([join(folder, 'many.ndjson')], undefined),
    progress: openProgress(state),
    maxWaiting: 25,
    onProgress: () => {},
    stopped: new AbortController().signal,
  });
  isImporting = false;
  await watching;
  expect(tally).toMatchObject({ read: 120, accepted: 120, failed: 0, waiting: 0 });
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(25);
}, 120_000);

test('exit codes tell what became of an import, of addresses too', async () => {
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const codes = await Promise.all([
    ingest(`${origin}/page`, '--allow', '127.0.0.1'),
    ingest(`${origin}/none`, '--allow', '127.0.0.1'),
    ingest(`${origin}/page`),
    ingest(join(folder, 'never.html')),
    ingest(folder, '--max-waiting', 'many'),
    ingest(),
  ]);
  expect(codes).toEqual([0, 1, 1, 2, 2, 2]);
  await site.settled();
  const found = Object.values(await site.visible()).flat();
  expect(found.filter(({ title }) => title === 'Harbour')).toHaveLength(1);
}, 120_000);

test('what fails is listed by file and line, and just that can be taken once more', async () => {
  const page = join(folder, 'links.html');
  const lines = join(folder, 'lines.ndjson');
  const list = join(folder, 'failures.ndjson');
  const listed = () =>
    readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .map(({ file, place, reason }) => [file, place, reason])
      .sort();
  const line = (id: string) => JSON.stringify({ id, title: `Ferry ${id}`, body: 'The ferry sailed.' });
  writeFileSync(page, '<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>');
  writeFileSync(lines, [line('f1'), '{"id": "f2"', line('f3')].join('\n'));
  expect(await ingest(page, lines, '--failures', list)).toBe(1);
  expect(listed()).toEqual([
    [lines, 2, 'invalid'],
    [page, 1, 'not-an-article'],
  ]);

  writeFileSync(lines, ['never read again', line('f2'), 'nor this'].join('\n'));
  expect(await ingest('--retry', list, '--failures', list)).toBe(1);
  expect(listed()).toEqual([[page, 1, 'not-an-article']]);
  await site.settled();
  const titles = Object.values(await site.visible())
    .flat()
    .map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith('Ferry')).sort()).toEqual([
    'Ferry f1',
    'Ferry f2',
    'Ferry f3',
  ]);

  const again = await callCommand(site.config.prefix, [
    'ingest',
    '--state',
    state,
    '--retry',
    list,
    '--json',
  ]);
  expect(JSON.parse(again.out)).toMatchObject({ read: 1, indexed: 0, unchanged: 0, failed: 1 });
}, 240_000);

test('what fails of an address is listed by the address', async () => {
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const list = join(folder, 'addresses.ndjson');
  expect(await ingest(`${origin}/links`, '--allow', '127.0.0.1', '--failures', list)).toBe(1);
  expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject({
    file: `${origin}/links`,
    reason: 'not-an-article',
  });
}, 120_000);
