import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { collectionListSchema, collectionSchema } from '../../../api/collections/schema.ts';
import { MOST_SHARED } from '../../../api/collections/store.ts';
import { routes } from '../../../api/routes/index.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
let other: string;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'] });
  await service.index([
    documentOf({
      id: 'a',
      title: 'Bridge',
      agency: ['xinhua'],
      country: 'CN',
      publisher: 'gov.cn',
      date: '2020-01-01',
    }),
    documentOf({
      id: 'b',
      title: 'Bridge',
      agency: ['tass'],
      country: 'RU',
      publisher: 'second.example',
      date: '2020-02-01',
    }),
    documentOf({
      id: 'c',
      title: 'Bridge',
      agency: ['afp'],
      country: 'FR',
      publisher: 'third.example',
      date: '2020-03-01',
    }),
  ]);
  const made = await send('POST', '/admin/keys', { name: 'another', scopes: ['read'] });
  other = z.looseObject({ secret: z.string() }).parse(await made.json()).secret;
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const send = (method: string, path: string, body?: unknown, key = service.key) =>
  fetch(`${service.url}${path}`, {
    method,
    headers: { ...(key === '' ? {} : { 'api-key': key }), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const ids = async (query: string): Promise<string[]> => {
  const answer = z
    .looseObject({ results: z.array(z.looseObject({ id: z.string() })) })
    .parse(await (await send('GET', `/v1/articles?${query}`, undefined, '')).json());
  return answer.results.map(({ id }) => id).sort();
};
const make = async (body: object, key = service.key) => {
  const response = await send('POST', '/v1/collections', body, key);
  expect(response.status).toBe(201);
  return collectionSchema.parse(await response.json());
};

test('a collection of publishers, agencies and countries filters searches, timelines and exports', async () => {
  const { id, publishers, agencies, url } = await make({
    name: 'East',
    agencies: ['新华社'],
    publishers: ['www.second.example'],
  });
  expect(agencies.map((one) => one.id)).toEqual(['xinhua']);
  expect(publishers).toHaveLength(1);
  expect(await ids(`collection=${id}`)).toEqual(['a', 'b']);
  expect(await ids(url.split('?')[1] ?? '')).toEqual(['a', 'b']);
  expect(await ids(`collection=${id}&country=RU&q=bridge`)).toEqual(['b']);
  const timeline: unknown = await (await send('GET', `/v1/timeline?collection=${id}`)).json();
  expect(timeline).toMatchObject({ series: [{ total: 2 }] });
  const exported = await (await send('GET', `/v1/export?collection=${id}`)).text();
  expect(exported).toContain('"count":2');
  await send('PUT', `/v1/collections/${id}`, { name: 'West', countries: ['France'] });
  expect(await ids(`collection=${id}`)).toEqual(['c']);
  const second = await make({ name: 'Russia', countries: ['ru'] });
  expect(await ids(`collection=${id}&collection=${second.id}`)).toEqual(['b', 'c']);
  expect((await send('DELETE', `/v1/collections/${id}`)).status).toBe(204);
  expect(await ids(`collection=${id}`)).toEqual([]);
  expect((await send('GET', `/v1/collections/${id}`)).status).toBe(404);
});

test('a collection is listed to its key, a shared one to everybody; only its key changes it', async () => {
  const own = await make({ name: 'Mine', countries: ['CN'] }, other);
  const shared = await make({ name: 'Ours', countries: ['CN'], shared: true }, other);
  const listed = async (key: string) =>
    collectionListSchema
      .parse(await (await send('GET', '/v1/collections', undefined, key)).json())
      .results.map(({ id }) => id);
  expect(await listed(other)).toEqual(expect.arrayContaining([own.id, shared.id]));
  expect(await listed('')).toEqual([shared.id]);
  const change = { name: 'Taken', countries: ['FR'] };
  expect((await send('POST', '/v1/collections', change, '')).status).toBe(401);
  expect((await send('PUT', `/v1/collections/${own.id}`, change, other)).status).toBe(200);
  const mine = await make({ name: 'Admin’s', countries: ['CN'] });
  expect((await send('PUT', `/v1/collections/${mine.id}`, change, other)).status).toBe(404);
  expect((await send('DELETE', `/v1/collections/${mine.id}`, undefined, other)).status).toBe(404);
});

test('a collection of nothing, and an id that is none, are refused', async () => {
  expect((await send('POST', '/v1/collections', { name: 'Empty' })).status).toBe(400);
  expect((await send('GET', '/v1/articles?collection=east')).status).toBe(400);
});

test('the list is short whatever the collections hold, own ones first, page by page', async () => {
  const made = await send('POST', '/admin/keys', { name: 'crowd', scopes: ['read'] });
  const crowd = z.looseObject({ secret: z.string() }).parse(await made.json()).secret;
  const names = (kind: string) => Array.from({ length: 1000 }, (_, n) => `${kind} ${n} of a crowd of names`);
  const big = { name: '!!', shared: true, publishers: names('p'), agencies: names('a'), countries: ['CN'] };
  for (let n = 0; n < MOST_SHARED; n += 1) await make(big, crowd);
  expect((await send('POST', '/v1/collections', big, crowd)).status).toBe(429);
  const { id } = await make({ ...big, shared: false }, crowd);
  expect((await send('PUT', `/v1/collections/${id}`, big, crowd)).status).toBe(429);
  const mine = await make({ name: 'zz', countries: ['CN', 'France'] }, other);
  const list = async (query: string) => {
    const text = await (await send('GET', `/v1/collections?${query}`, undefined, other)).text();
    expect(text.length).toBeLessThan(20_000);
    return collectionListSchema.parse(JSON.parse(text));
  };
  const first = await list('');
  expect(first.results.findIndex((one) => one.id === mine.id)).toBeLessThan(
    first.results.findIndex(({ name }) => name === '!!'),
  );
  expect(first.results.find((one) => one.id === mine.id)?.counts).toEqual({
    publishers: 0,
    agencies: 0,
    countries: 2,
  });
  expect(first.results.find(({ name }) => name === '!!')?.counts?.agencies).toBe(1000);
  const pages = await Promise.all([1, 2].map((page) => list(`page-size=3&page=${page}`)));
  expect(pages.flatMap(({ results }) => results)).toEqual(first.results.slice(0, 6));
  expect(pages[0]?.total).toBe(first.total);
}, 60_000);

test('lists and members of collections cost their reader', async () => {
  for (const route of routes.filter(({ path }) => path.startsWith('/v1/collections')))
    if (route.method !== 'delete') expect(route.cost?.(new URLSearchParams())).toBeGreaterThan(1);
});
