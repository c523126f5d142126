import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSecret } from '../../../api/access/key.ts';
import { createKeyStore } from '../../../api/access/key-store.ts';
import { mounted } from '../../../api/mounted.ts';
import { writeSitemapPage } from '../../../api/sitemap/write.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
let readKey: string;

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en', 'und'],
    mounted,
    environment: { DATELINE_TRUSTED_PROXIES: '1' },
  });
  const documents = Array.from({ length: 30 }, (_, n) => documentOf({ id: `a${n}`, title: `Harbour ${n}` }));
  await service.index(documents);
  const { elasticsearch, config } = service.services;
  const made = await createKeyStore(elasticsearch, config.prefix).create({
    name: 'reader',
    scopes: ['read'],
    now: new Date(),
  });
  readKey = made.secret;
}, 120_000);

afterAll(() => service?.stop(), 60_000);

const statusOf = async (path: string, init: RequestInit = {}): Promise<number> => {
  const response = await fetch(`${service.url}${path}`, init);
  await response.arrayBuffer();
  return response.status;
};

test.each(['//', '///', '//x', '//articles/a', '/%', '/articles/%E0%A4%A', '/?%', '//?q=x'])(
  'GET %s is no fault of ours',
  async (path) => {
    expect(await statusOf(path)).toBeLessThan(500);
  },
);

test.each([
  ['garbage', 400],
  ['203.0.113.7, <b>', 400],
  ['unknown', 400],
  ['<b>, 203.0.113.7', 200],
  ['2001:db8::1', 200],
])('behind a proxy that says the reader is at %s: %i', async (forwarded, status) => {
  expect(await statusOf('/v1/articles', { headers: { 'x-forwarded-for': forwarded } })).toBe(status);
});

test('a packed body is refused at once', async () => {
  for (const method of ['PUT', 'POST'])
    expect(
      await statusOf(method === 'PUT' ? '/v1/articles/packed' : '/v1/articles', {
        method,
        headers: { 'api-key': service.key, 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: gzipSync('{"title":"x"}'),
      }),
    ).toBe(415);
});

test('another site cannot change anything with the credentials that a browser has stored', async () => {
  const authorization = `Basic ${Buffer.from(`admin:${service.key}`).toString('base64')}`;
  const post = (headers: Record<string, string>, path = '/admin/queues/api/queues/live/pause') =>
    statusOf(path, { method: 'PUT', headers: { authorization, ...headers } });
  expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await post({ 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await post({ origin: 'https://evil.example' })).toBe(403);
  expect(await post({ origin: 'null' })).toBe(403);
  expect(await post({ origin: service.url })).not.toBe(403);
  expect(await post({})).not.toBe(403);
  const made = { method: 'POST', headers: { authorization, origin: 'https://evil.example' } };
  expect(await statusOf('/admin/keys', made)).toBe(403);
});

test('keys still walk when walks without a key have taken all that they may', async () => {
  const { redis, config } = service.services;
  const until = Date.now() + 60_000;
  await redis.zadd(
    `${config.prefix}:walk:open`,
    ...Array.from({ length: 120 }, (_, n) => [until, `w${n}`]).flat(),
  );
  await redis.zadd(
    `${config.prefix}:walk:all`,
    ...Array.from({ length: 120 }, (_, n) => [until, `w${n}`]).flat(),
  );
  const walk = '/v1/articles?cursor=*&page-size=5';
  expect(await statusOf(walk)).toBe(429);
  expect(await statusOf(walk, { headers: { 'api-key': readKey } })).toBe(200);
  await redis.del(`${config.prefix}:walk:open`, `${config.prefix}:walk:all`);
});

test('a subnet opens so many cursors at once and no more, however fast it asks', async () => {
  const walk = '/v1/articles?cursor=*&page-size=5';
  const statuses = await Promise.all(Array.from({ length: 12 }, () => statusOf(walk)));
  expect(statuses.filter((status) => status === 200)).toHaveLength(4);
  expect(statuses.filter((status) => status === 429)).toHaveLength(8);
  expect(await statusOf(walk, { headers: { 'api-key': readKey } })).toBe(200);
});

test('unknown keys are refused before they reach Elasticsearch', async () => {
  const ask = () => statusOf('/v1/agencies', { headers: { 'api-key': createSecret().secret } });
  const statuses: number[] = [];
  for (let n = 0; n < 40; n += 1) statuses.push(await ask());
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401));
  expect(new Set(statuses.slice(30))).toEqual(new Set([429]));
  expect(await statusOf('/v1/agencies', { headers: { 'api-key': readKey } })).toBe(200);
});

test('what searches cost in a minute is bounded', async () => {
  const words = Array.from({ length: 100 }, (_, n) => `word${n}`).join(' OR ');
  const path = `/v1/articles?facets=&q=${encodeURIComponent(words)}`;
  const statuses: number[] = [];
  for (let n = 0; n < 150 && !statuses.includes(429); n += 1) statuses.push(await statusOf(path));
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.length).toBeGreaterThan(20);
  expect(await statusOf(path, { headers: { 'api-key': readKey } })).toBe(200);
  expect(await statusOf('/sitemap.xml')).toBe(429);
  // Every spelling of a path that reaches a route, and every route that searches.
  const others = ['/V1/Articles?q=a', '/V1/articles/?q=a', '/v1/articles.csv?q=a', '/v1/timeline?q=a'];
  others.push(
    '/v1/facets/agency',
    '/v1/people/name:a',
    '/v1/export?q=a',
    '/SITEMAP.xml',
    '/sitemap-1.xml',
    '/',
  );
  for (const other of others) expect([other, await statusOf(other)]).toEqual([other, 429]);
});

test('a page of the sitemap is written in portions, between which others are answered', async () => {
  const ids = Array.from({ length: 1100 }, (_, n) => `${n}`.padEnd(480, '&'));
  await service.index(ids.map((id) => documentOf({ id, title: 'Harbour' })));
  const whole = { after: null, until: null };
  const parts = await Array.fromAsync(writeSitemapPage(whole, service.url, service.services));
  const sizes = parts.map((part) => part.split('<url>').length - 1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(1130);
}, 60_000);
