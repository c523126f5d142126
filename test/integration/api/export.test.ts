import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
const COUNT = 1730;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'], shards: 3 });
  await service.index(
    Array.from({ length: COUNT }, (_, number) =>
      documentOf({ id: `a${number}`, title: `Number ${number}`, agency: number % 2 ? ['xinhua'] : [] }),
    ),
  );
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const idsIn = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const record: unknown = JSON.parse(line);
      return typeof record === 'object' && record !== null && 'id' in record ? [String(record.id)] : [];
    });

test('an export holds every article once while writes go on, and proves it', async () => {
  const response = await fetch(`${service.url}/v1/export`);
  const writing = service.index([documentOf({ id: 'late', title: 'Late' })]);
  const text = await response.text();
  await writing;
  const ids = idsIn(text);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(COUNT);
  const end = text.lastIndexOf('{"end"');
  const sha256 = createHash('sha256').update(text.slice(0, end)).digest('hex');
  expect(JSON.parse(text.slice(end))).toEqual({ end: { count: COUNT, sha256, complete: true } });
  const state = await fetch(`${service.url}/v1/export/${response.headers.get('export-token')}`);
  expect(await state.json()).toMatchObject({ complete: true, count: COUNT, sha256 });
});

test('an export that broke off goes on, to the same bytes', async () => {
  const response = await fetch(`${service.url}/v1/export?agency=xinhua`);
  const whole = await response.text();
  expect(idsIn(whole)).toHaveLength(COUNT / 2);
  const again = await fetch(`${service.url}/v1/export?q=number`);
  const token = again.headers.get('export-token');
  const reader = again.body?.getReader();
  await reader?.read();
  const mark = whole.split('\n').find((line) => line.startsWith('{"page"'));
  expect(mark).toBeDefined();
  await reader?.cancel();
  const gone = await fetch(`${service.url}/v1/export?token=${'0'.repeat(32)}&cursor=1`);
  expect(gone.status).toBe(404);
  const rest = await fetch(`${service.url}/v1/export?token=${token}&cursor=1`);
  const text = await rest.text();
  expect(text.startsWith('{"page":{"cursor":"1"')).toBe(true);
  expect(text).toContain(`"end":{"count":${COUNT}`);
});

test('a walk holds every article once while writes go on, and its limits', async () => {
  const ids: string[] = [];
  for (let cursor: string | undefined = '*'; cursor !== undefined; ) {
    const query = new URLSearchParams({ cursor, 'page-size': '100' });
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
  await ask('cursor=*');
  await ask('cursor=*');
  expect((await ask('cursor=*')).status).toBe(429);
});

test('a table is pure', async () => {
  const text = await (await fetch(`${service.url}/v1/export?format=csv&q=number`)).text();
  expect(text.trim().split('\r\n')).toHaveLength(COUNT + 1);
});
