import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Scope } from '../../../api/access/key.ts';
import { createKeyStore } from '../../../api/access/key-store.ts';
import { MOST_WITHOUT_KEY } from '../../../api/search/cursor-search.ts';
import { exportCommand } from '../../../scripts/export.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';
import { until } from '../../support/until.ts';

let service: SearchService;
const COUNT = 1730;
/** More than pages that are read ahead and the buffers of a connection hold, random so that gzip cannot help. */
const LONG = { count: 1500, bytes: 20_000 } as const;

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en', 'es', 'und'],
    shards: 3,
    environment: { DATELINE_TRUSTED_PROXIES: '1' },
  });
  await service.index(
    Array.from({ length: COUNT }, (_, number) =>
      documentOf({ id: `a${number}`, title: `Number ${number}`, agency: number % 2 ? ['xinhua'] : [] }),
    ),
  );
  await service.index(
    Array.from({ length: LONG.count }, (_, number) =>
      documentOf({
        id: `l${number}`,
        language: 'es',
        url: `https://example.org/${randomBytes((LONG.bytes * 3) / 4).toString('base64url')}`,
        date: '2020-01-01',
      }),
    ),
  );
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const exportOf = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${service.url}/v1/export?${query}`, { headers });
const from = (address: string) => ({ 'x-forwarded-for': address });

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const idsIn = (text: string): string[] => linesOf(text).flatMap(({ id }) => (id ? [String(id)] : []));

/** Reads at least so many bytes, and then no more. */
const readSome = async (response: Response, least: number) => {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  const read = async (enough: (length: number) => boolean): Promise<Buffer> => {
    for (let length = 0; !enough(length); ) {
      const part = await reader?.read();
      if (!part?.value) break;
      parts.push(part.value);
      length += part.value.length;
    }
    return Buffer.concat(parts);
  };
  return { begun: await read((length) => length >= least), rest: () => read(() => false), reader };
};

test('an export holds every article once while writes go on, and proves it', async () => {
  const response = await exportOf('lang=en');
  const writing = service.index([documentOf({ id: 'late', title: 'Late' })]);
  const text = await response.text();
  await writing;
  expect(response.headers.get('content-encoding')).toMatch(/^(gzip|br)$/);
  const ids = idsIn(text);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(COUNT);
  const end = text.lastIndexOf('{"end"');
  const sha256 = createHash('sha256').update(text.slice(0, end)).digest('hex');
  expect(JSON.parse(text.slice(end))).toEqual({ end: { count: COUNT, sha256, complete: true } });
  const state = await fetch(`${service.url}/v1/export/${response.headers.get('export-token')}`);
  expect(await state.json()).toMatchObject({ complete: true, count: COUNT, sha256 });
});

test('an export that broke off is cut at its last mark and goes on, under one hash', async () => {
  const response = await exportOf('lang=es');
  const { begun, reader } = await readSome(response, 15_000_000);
  await reader?.cancel();
  const marks = begun
    .toString()
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{"page":{'))
    .map((line): { page: { cursor: string; bytes: number } } => JSON.parse(line));
  expect(marks.length).toBeGreaterThan(1);
  const { cursor = '', bytes = 0 } = marks.at(-1)?.page ?? {};
  const rest = await exportOf(`token=${response.headers.get('export-token')}&cursor=${cursor}`);
  const whole = begun.subarray(0, bytes).toString() + (await rest.text());
  const ids = idsIn(whole);
  expect(ids.length).toBe(LONG.count);
  expect(new Set(ids).size).toBe(ids.length);
  const end = whole.lastIndexOf('{"end"');
  const sha256 = createHash('sha256').update(whole.slice(0, end)).digest('hex');
  expect(JSON.parse(whole.slice(end))).toEqual({ end: { count: LONG.count, sha256, complete: true } });
});

test('examples/resume.py completes an export whose connection breaks off again and again', async () => {
  if (spawnSync('python3', ['--version']).status !== 0) {
    console.warn('python3 is missing: examples/resume.py was not run');
    return;
  }
  let asked = 0;
  /** The first two answers break off in the middle. */
  const breaking = createServer(async (request, response) => {
    asked += 1;
    const breaks = asked <= 2;
    const answer = await fetch(`${service.url}${request.url}`, {
      headers: { 'accept-encoding': 'identity' },
    });
    response.writeHead(answer.status, { 'Export-Token': answer.headers.get('export-token') ?? '' });
    let length = 0;
    for await (const part of answer.body ?? []) {
      length += part.length;
      response.write(part);
      if (breaks && length > 12_000_000) {
        response.destroy();
        return;
      }
    }
    response.end();
  });
  await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
  const address = breaking.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const folder = mkdtempSync(join(tmpdir(), 'dateline-resume-'));
  const file = join(folder, 'all.ndjson');
  const script = join(import.meta.dirname, '..', '..', '..', 'examples', 'resume.py');
  const child = spawn('python3', [script, `http://127.0.0.1:${port}`, 'lang=es', file]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  breaking.close();
  expect([code, said]).toEqual([0, expect.stringContaining(`${LONG.count} articles, complete`)]);
  expect(asked).toBe(3);
  expect(new Set(idsIn(readFileSync(file, 'utf8'))).size).toBe(LONG.count);
  rmSync(folder, { recursive: true });
}, 120_000);

test('more exports at once than an address may have are refused', async () => {
  const [one, two] = [await exportOf('lang=es'), await exportOf('lang=es')];
  const third = await exportOf('lang=en');
  expect([one.status, two.status, third.status]).toEqual([200, 200, 429]);
  expect(third.headers.get('retry-after')).toBe('30');
  await Promise.all([one.body?.cancel(), two.body?.cancel()]);
  await until(async () => (await exportOf('lang=und')).status === 200);
});

test('who breaks off one export after the other begins no more of them, and may resume', async () => {
  const headers = from('198.51.100.7');
  const broken: string[] = [];
  let said = '';
  await until(async () => {
    const answer = await exportOf('lang=es', headers);
    if (answer.status === 200) {
      broken.push(answer.headers.get('export-token') ?? '');
      await answer.body?.cancel();
    } else said = await answer.text();
    return said.includes('broken off');
  });
  // Two more may be under way while the sixth hang-up is noticed.
  expect(broken.length).toBeGreaterThanOrEqual(6);
  expect(broken.length).toBeLessThanOrEqual(8);
  // Resuming is never refused for that; this one was broken off before its first checkpoint.
  expect((await exportOf(`token=${broken[0]}&cursor=1`, headers)).status).toBe(404);
  // Others are not concerned.
  expect((await exportOf('lang=en', from('203.0.113.1'))).status).toBe(200);
});

test('callers without a key have so many exports at once, and keys have places of their own', async () => {
  const open: Response[] = [];
  for (let network = 0; network < 12; network += 1)
    for (let host = 0; host < 4; host += 1) {
      const answer = await exportOf('lang=es', from(`192.${network}.2.${host}`));
      if (answer.status === 200) open.push(answer);
    }
  expect(open).toHaveLength(30);
  const own = await exportOf('lang=en', { 'api-key': service.key });
  expect([own.status, (await own.text()).length > 0]).toEqual([200, true]);
  await Promise.all(open.map(({ body }) => body?.cancel()));
});

test('an export whose view is gone is not gone on with', async () => {
  const response = await exportOf('lang=en');
  await response.text();
  const token = response.headers.get('export-token');
  const rest = await exportOf(`token=${token}&cursor=1`);
  expect(rest.status).toBe(410);
  // The mark that is there is no export.
  expect((await fetch(`${service.url}/v1/export/${token}@1`)).status).toBe(404);
});

test('a mark that nobody wrote is not gone on from', async () => {
  expect((await exportOf(`token=${'0'.repeat(32)}&cursor=1`)).status).toBe(404);
});

test('after 10,000 results a cursor needs a read key', async () => {
  const { elasticsearch, config, redis } = service.services;
  const keys = createKeyStore(elasticsearch, config.prefix);
  const secretFor = async (scope: Scope) =>
    (await keys.create({ name: scope, scopes: [scope], now: new Date() })).secret;
  const [reading, writing] = [await secretFor('read'), await secretFor('write')];
  const ask = (cursor: string, key?: string) =>
    fetch(`${service.url}/v1/articles?lang=en&cursor=${cursor}`, key ? { headers: { 'api-key': key } } : {});
  const { nextCursor } = z.object({ nextCursor: z.string() }).parse(await (await ask('*', reading)).json());
  // Walked this far, without the articles that it takes.
  const place = `${config.prefix}:walk:${nextCursor.split('.').slice(0, 2).join('.')}`;
  const state = z.looseObject({}).parse(JSON.parse((await redis.get(place)) ?? ''));
  await redis.set(place, JSON.stringify({ ...state, seen: MOST_WITHOUT_KEY }), 'EX', 60);
  expect((await ask(nextCursor)).status).toBe(401);
  expect((await ask(nextCursor, writing)).status).toBe(403);
  expect((await ask(nextCursor, reading)).status).toBe(200);
});

test('a cursor returns every article once while writes go on, and has limits', async () => {
  const ids: string[] = [];
  for (let cursor: string | undefined = '*'; cursor !== undefined; ) {
    const query = new URLSearchParams({ cursor, lang: 'en', 'page-size': '100' });
    const page = (await (await fetch(`${service.url}/v1/articles?${query}`)).json()) as {
      results: { id: string }[];
      nextCursor?: string;
    };
    expect(page).toHaveProperty('results');
    ids.push(...page.results.map(({ id }) => id));
    if (cursor === '*') await service.index([documentOf({ id: `walked${ids.length}`, title: 'Later' })]);
    cursor = page.nextCursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.startsWith('walked'))).toEqual([]);
  expect(ids.length).toBeGreaterThanOrEqual(COUNT);
  const ask = (query: string) => fetch(`${service.url}/v1/articles?${query}`);
  expect((await ask('cursor=forged')).status).toBe(400);
  expect((await ask(`cursor=${'0'.repeat(32)}.1.${'A'.repeat(22)}`)).status).toBe(400);
  expect((await ask('cursor=*&collapse=story')).status).toBe(400);
  // Opened together: on a busy machine cursors opened one by one expire too early to reach the limit.
  await Promise.all(Array.from({ length: 4 }, () => ask('cursor=*')));
  expect((await ask('cursor=*')).status).toBe(429);
});

test('the command checks what it wrote, whatever separators stand in a text', async () => {
  await service.index([documentOf({ id: 'u', title: 'One\u2028line', language: 'und' })]);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
  try {
    const given = ['node', 'export', join(folder, 'all.ndjson'), '--url', service.url];
    await exportCommand.parseAsync([...given, '--query', 'lang=und']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a table is pure', async () => {
  const text = await (await exportOf('format=csv&q=number')).text();
  expect(text.trim().split('\r\n')).toHaveLength(COUNT + 1);
});

test('shards that fail in the middle end the lines with an error, and cut the table', async () => {
  const { elasticsearch, config } = service.services;
  const [lines, table] = await Promise.all([
    readSome(await exportOf('lang=es'), 1),
    readSome(await exportOf('lang=es&format=csv'), 1),
  ]);
  const [name] = Object.keys(await elasticsearch.indices.get({ index: `${config.prefix}-articles-es` }));
  await elasticsearch.indices.close({ index: name ?? '' });
  const whole = (await lines.rest()).toString();
  expect(linesOf(whole).at(-1)).toEqual({ error: { detail: expect.any(String), complete: false } });
  expect(idsIn(whole).length).toBeLessThan(LONG.count);
  await expect(table.rest()).rejects.toThrow('terminated');
}, 120_000);
