import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { mounted } from '../../../api/mounted.ts';
import { indexNames } from '../../../mappings/names.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';
import { until } from '../../support/until.ts';

let service: SearchService;
/** Secrets of keys, by what they are bound to. */
let keys: Readonly<Record<'north' | 'xinhua' | 'free', string>>;

const made = z.object({ id: z.string(), secret: z.string() });
const makeKey = async (body: object) => {
  const response = await ask('/admin/keys', service.key, { method: 'POST', body });
  return { status: response.status, text: response.text };
};
const secretOf = async (body: object): Promise<string> =>
  made.parse(JSON.parse((await makeKey(body)).text)).secret;

const ask = async (
  path: string,
  key: string,
  {
    method = 'GET',
    body,
    type = 'application/json',
    headers = {},
  }: { method?: string; body?: object | string; type?: string; headers?: object } = {},
) => {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: { 'api-key': key, ...(body ? { 'content-type': type } : {}), ...headers },
    ...(body ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  });
  return { status: response.status, text: await response.text() };
};
const put = (id: string, key: string, more: object = {}) =>
  ask(`/v1/articles/${encodeURIComponent(id)}`, key, {
    method: 'PUT',
    body: { title: `Of ${id}`, body: 'It opened.', ...more },
  });

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'], mounted });
  keys = {
    north: await secretOf({ name: 'north', scopes: ['write'], namespaces: ['north:'] }),
    xinhua: await secretOf({ name: 'xinhua', scopes: ['write'], agencies: ['xinhua'] }),
    free: await secretOf({ name: 'free', scopes: ['write'] }),
  };
}, 120_000);

afterAll(() => service?.stop(), 60_000);

test('a key of a namespace writes its own ids and no others', async () => {
  expect((await put('north:1', keys.north)).status).toBe(202);
  const refused = await put('south:1', keys.north);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('ids that begin with north:');
  const removal = await ask('/v1/articles/south:1', keys.north, { method: 'DELETE' });
  expect(removal.status).toBe(403);
  const lines = ['north:2', 'south:2']
    .map((id) => JSON.stringify({ id, title: 'A title', body: 'It opened.' }))
    .join('\n');
  const answers = await ask('/v1/articles', keys.north, {
    method: 'POST',
    body: lines,
    type: 'application/x-ndjson',
  });
  expect(answers.text.trim().split('\n')).toEqual([
    expect.stringContaining('"outcome":"accepted"'),
    expect.stringContaining('"outcome":"invalid"'),
  ]);
  const derived = await ask('/v1/articles', keys.north, {
    method: 'POST',
    body: { title: 'Without an id', body: 'It opened.' },
  });
  expect(derived.text).toContain('"id":"north:');
});

test('a key of an agency overwrites only what a key of the agency wrote', async () => {
  expect((await put('of-xinhua', keys.xinhua, { agency: ['Xinhua'] })).status).toBe(202);
  expect((await put('of-xinhua', keys.xinhua, { title: 'Again' })).status).toBe(202);
  expect((await put('of-tass', keys.xinhua, { agency: ['TASS'] })).status).toBe(403);
  expect((await put('of-nobody', keys.free)).status).toBe(202);
  const refused = await put('of-nobody', keys.xinhua);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('articles of xinhua');
  expect((await ask('/v1/articles/of-nobody', keys.xinhua, { method: 'DELETE' })).status).toBe(403);
  const gone = await ask('/v1/articles/of-nothing', keys.xinhua, { method: 'DELETE' });
  expect([gone.status, gone.text.replaceAll('of-nothing', 'of-nobody').includes('of-nobody')]).toEqual([
    403,
    true,
  ]);
  // Of an article of others it learns no more than of one that is not there.
  expect((await ask('/v1/articles/of-nobody/status', keys.xinhua)).status).toBe(404);
  // An import with a key for all keeps whose it is; so does a deletion.
  expect((await put('of-xinhua', keys.free, { title: 'Third' })).status).toBe(202);
  expect((await ask('/v1/articles/of-xinhua', keys.free, { method: 'DELETE' })).status).toBe(202);
  expect((await put('of-xinhua', keys.xinhua, { title: 'Fourth' })).status).toBe(202);
});

test('embargoed texts are seen by keys of the same bound, unbound ones and admins', async () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await put('north:secret', keys.north, { 'publish-at': later });
  const seen = async (key: string) => (await ask('/v1/articles/north:secret/versions', key)).status;
  expect(await seen(keys.north)).toBe(200);
  expect(await seen(service.key)).toBe(200);
  expect(await seen(keys.free)).toBe(200);
  expect(await seen(keys.xinhua)).toBe(404);
});

test('a key that is bound to sites only reads, also one that was made before', async () => {
  const origins = ['https://news.example'];
  for (const scope of ['write', 'admin', 'metrics']) {
    const { status, text } = await makeKey({ name: 'public', scopes: ['read', scope], origins });
    expect([status, text.includes('origins')]).toEqual([400, true]);
  }
  const { id, secret } = made.parse(
    JSON.parse((await makeKey({ name: 'old', scopes: ['write', 'admin'] })).text),
  );
  const index = indexNames(service.services.config.prefix).keys;
  // As a former release let it be made.
  await service.services.elasticsearch.update({ index, id, doc: { origins }, refresh: true });
  const headers = { origin: 'https://news.example' };
  const body = { title: 'A title', body: 'It opened.' };
  expect((await ask('/v1/articles/open', secret, { method: 'PUT', body, headers })).status).toBe(403);
  expect((await ask('/admin/keys', secret, { headers })).status).toBe(403);
});

test('a bound is for writing; metrics has a scope of its own; the last use of a key is known', async () => {
  expect((await makeKey({ name: 'x', scopes: ['admin', 'write'], namespaces: ['a:'] })).status).toBe(400);
  expect((await makeKey({ name: 'x', scopes: ['read'], agencies: ['xinhua'] })).status).toBe(400);
  const secret = await secretOf({ name: 'probe', scopes: ['metrics'] });
  // A proxy on the same machine connects from loopback, with the address of the reader or its own name.
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  expect((await ask('/metrics', secret, { headers })).status).toBe(200);
  expect((await ask('/metrics', keys.free, { headers })).status).toBe(403);
  expect((await fetch(`${service.url}/metrics`, { headers: { via: '1.1 proxy' } })).status).toBe(401);
  expect((await fetch(`${service.url}/metrics`)).status).toBe(200);
  expect((await ask('/admin/keys', secret)).status).toBe(403);
  const listed = z.object({
    results: z.array(z.object({ name: z.string(), used: z.string().nullable() })),
  });
  const lastUse = async () =>
    listed
      .parse(JSON.parse((await ask('/admin/keys', service.key)).text))
      .results.find(({ name }) => name === 'probe')?.used;
  // It is noted beside the request, which does not wait for it.
  await until(async () => typeof (await lastUse()) === 'string');
});
