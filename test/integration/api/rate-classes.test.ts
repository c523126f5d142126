import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { budgets } from '../../../api/access/cost.ts';
import type { RateClass } from '../../../api/access/key.ts';
import { createKeyStore } from '../../../api/access/key-store.ts';
import { allowances } from '../../../api/access/limits.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en'] });
}, 120_000);

afterAll(() => service?.stop(), 60_000);

const createKey = async (rate?: RateClass) => {
  const { elasticsearch, config } = service.services;
  const keys = createKeyStore(elasticsearch, config.prefix);
  const { key, secret } = await keys.create({
    name: 'reader',
    scopes: ['read'],
    now: new Date(),
    ...(rate ? { rate } : {}),
  });
  return {
    id: key.id,
    ask: () => fetch(`${service.url}/v1/articles?q=x`, { headers: { 'api-key': secret } }),
  };
};

/** As if the key had spent so much in this minute already. */
const spend = (id: string, units: number) => {
  const { redis, config } = service.services;
  return redis.set(`${config.prefix}:cost:key:${id}`, units, 'EX', 60);
};

test.each([
  [undefined, 1],
  ['standard', 1],
  ['high', 10],
] as const)('a key of the class %s may spend %i times as much as every key', async (rate, factor) => {
  const { id, ask } = await createKey(rate);
  await spend(id, budgets.keyed * factor - 100);
  const allowed = await ask();
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('ratelimit')).toContain(`limit=${allowances.search.keyed * factor}`);
  await spend(id, budgets.keyed * factor);
  expect((await ask()).status).toBe(429);
});

test('an unlimited key is not counted', async () => {
  const { id, ask } = await createKey('unlimited');
  await spend(id, budgets.keyed * 1000);
  const answer = await ask();
  expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null]);
});

test('a key of a site cannot be unlimited; the class is shown', async () => {
  const create = (body: object) =>
    fetch(`${service.url}/admin/keys`, {
      method: 'POST',
      headers: { 'api-key': service.key, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'site', scopes: ['read'], ...body }),
    });
  const refused = await create({ origins: ['https://site.example'], rate: 'unlimited' });
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('"rate"')]);
  const made = await create({ rate: 'high' });
  expect([made.status, await made.json()]).toEqual([201, expect.objectContaining({ rate: 'high' })]);
});
