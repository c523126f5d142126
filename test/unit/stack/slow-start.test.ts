import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { launchProgram } from '../../../stack/child.ts';
import { lookAtHealth } from '../../../stack/health.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-slow-')));
const server = createServer();
let port = 0;

/** A port that nobody else has. */
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const health = (active: number): string =>
  JSON.stringify({
    status: 'red',
    active_shards: active,
    initializing_shards: 1,
    unassigned_shards: 8 - active,
  });

/** A process that takes longer than the patience, as Elasticsearch does on a busy machine. */
const launch = (name: string, script: string, patienceSeconds: number) => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, script);
  const url = `http://127.0.0.1:${port}`;
  return launchProgram({
    command: process.execPath,
    args: [file],
    env: { ...process.env },
    folder,
    url,
    origin: `the server ${name}`,
    patienceSeconds,
    log: () => {},
    look: () => lookAtHealth(url),
  });
};

const answering = (body: string): string => `
  import { createServer } from 'node:http';
  const began = Date.now();
  createServer((request, response) => { ${body} }).listen(${port}, '127.0.0.1');`;

test('a start that takes longer than the patience is waited for while shards recover', async () => {
  const ready = answering(`
    const active = Math.floor((Date.now() - began) / 1000);
    response.writeHead(active >= 7 ? 200 : 408).end(JSON.stringify(
      { active_shards: active, initializing_shards: 1, unassigned_shards: 7 - active }));`);
  const found = await launch('recovers', ready, 4);
  await found.stop();
  expect(found.launched).toBe(true);
}, 60_000);

test('a start that takes longer than the patience is waited for while its log grows', async () => {
  const ready = `${answering(`
    if (Date.now() - began < 7000) return request.destroy();
    response.writeHead(200).end();`)}
    setInterval(() => console.log('recovered one more'), 500);`;
  const found = await launch('logs', ready, 4);
  await found.stop();
  expect(found.launched).toBe(true);
}, 60_000);

test('one that stands still is given up, with the step it is at and the last lines of its log', async () => {
  const stuck = `${answering(`response.writeHead(408).end(${JSON.stringify(health(3))});`)}
    console.log('loading\\nmaster not discovered');`;
  await expect(launch('stuck', stuck, 2)).rejects.toThrow(
    /^the server stuck made no progress for \d+ s \(3 of 9 shards ready, 1 recovering\)\.\nloading\nmaster not discovered$/,
  );
}, 60_000);
