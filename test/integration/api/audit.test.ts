import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { mounted } from '../../../api/mounted.ts';
import { shortenAddress } from '../../../domain/audit-chain.ts';
import { indexNames } from '../../../mappings/names.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { createElasticsearch } from '../../../platform/elasticsearch.ts';
import { readAudit } from '../../../platform/read-audit.ts';
import { shortenAddresses } from '../../../platform/shorten-addresses.ts';
import { type AuditHeads, verifyAudit } from '../../../platform/verify-audit.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';
import { until } from '../../support/until.ts';

let service: SearchService;
let index: string;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'], mounted });
  index = indexNames(service.services.config.prefix).audit;
}, 120_000);

afterAll(() => service?.stop(), 60_000);

const ask = (path: string, init: RequestInit = {}, key: string | null = service.key): Promise<Response> =>
  fetch(`${service.url}${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { 'api-key': key }) },
  });
const body = JSON.stringify({ title: 'The bridge', body: 'It opened.' });
const verify = (known?: AuditHeads) => verifyAudit(service.services.elasticsearch, index, known);
const listed = async () => {
  await service.services.elasticsearch.indices.refresh({ index });
  const question = { from: 0, size: 100 };
  return (await readAudit(service.services.elasticsearch, index, question)).results;
};

test('refused writes, exports, replays and what is done to queues are in the audit', async () => {
  const { secret, id } = z.object({ id: z.string(), secret: z.string() }).parse(
    await (
      await ask('/admin/keys', {
        method: 'POST',
        body: JSON.stringify({ name: 'r', scopes: ['read'] }),
      })
    ).json(),
  );
  await ask('/v1/articles/bridge', { method: 'PUT', body });
  expect((await ask('/v1/articles/bridge', { method: 'PUT', body }, secret)).status).toBe(403);
  expect((await ask('/v1/articles/bridge', { method: 'DELETE' }, null)).status).toBe(401);
  const exported = await ask('/v1/export?q=bridge', {}, secret);
  await exported.text();
  const failure = { id: 'bridge', revision: 1, reason: 'test', at: new Date().toISOString() };
  const failures = indexNames(service.services.config.prefix).failures;
  await service.services.elasticsearch.index({
    index: failures,
    id: 'bridge',
    document: failure,
    refresh: true,
  });
  expect((await ask('/v1/failures/bridge/replay', { method: 'POST' })).status).toBe(202);
  await ask('/admin/queues/api/queues/live/pause', { method: 'PUT' });
  await until(async () => (await listed()).some(({ action }) => action === 'queue-action'));
  const entries = await listed();
  const subjectsOf = (action: string) =>
    entries
      .filter((entry) => entry.action === action)
      .map(({ key, subject }) => [key, ...subject])
      .sort();
  expect(subjectsOf('refused')).toEqual([
    [null, 'DELETE /v1/articles/bridge'],
    [id, 'PUT /v1/articles/bridge'],
  ]);
  expect(subjectsOf('export')).toEqual([[id, exported.headers.get('export-token')]]);
  expect(subjectsOf('replay-failure')).toEqual([['development', 'bridge']]);
  expect(subjectsOf('queue-action')).toEqual([['development', 'PUT /admin/queues/api/queues/live/pause']]);
});

test('shortened addresses leave the chain whole', async () => {
  const tomorrow = new Date(Date.now() + 2 * 86_400_000);
  const { elasticsearch } = service.services;
  expect(await shortenAddresses(elasticsearch, index, 3, tomorrow)).toBe(0);
  expect(await shortenAddresses(elasticsearch, index, 1, tomorrow)).toBeGreaterThan(3);
  const addresses = (await listed()).flatMap(({ address }) => address ?? []);
  expect(new Set(addresses)).toEqual(new Set(['127.0.0.0']));
  expect((await verify()).faults).toEqual([]);
  expect(shortenAddress('2001:db8:12:34::7')).toBe('2001:db8:12::');
  expect(shortenAddress('::ffff:203.0.113.77')).toBe('203.0.113.0');
});

test('the last records of a process that has ended cannot be cut off unseen once another process has written', async () => {
  const { elasticsearch, config } = service.services;
  // Each client stands for a process: it has a chain of its own.
  const write = async (subject: string): Promise<void> => {
    const client = createElasticsearch(config);
    for (const n of [1, 2, 3])
      await writeAudit(
        client,
        index,
        { key: null, action: 'ingest', subject: `${subject} ${n}` },
        new Date(),
      );
    await elasticsearch.indices.refresh({ index });
    await client.close();
  };
  const remove = async (query: object): Promise<void> => {
    const { hits } = await elasticsearch.search({ index, query });
    for (const { _id: id } of hits.hits) if (id) await elasticsearch.delete({ index, id });
    await elasticsearch.indices.refresh({ index });
  };
  await write('ended');
  await write('later');
  expect((await verify()).faults).toEqual([]);
  await remove({ term: { subject: 'ended 3' } });
  expect((await verify()).faults).toEqual([{ chain: expect.any(String), number: 3, fault: 'cut-off' }]);
  await remove({ prefix: { subject: 'ended' } });
  expect((await verify()).faults).toEqual([{ chain: expect.any(String), number: 3, fault: 'cut-off' }]);
  // What nobody has noted is not missed.
  await remove({ prefix: { subject: 'later' } });
  expect((await verify()).faults).toEqual([]);
});

test('a record that was changed, removed or cut off is found', async () => {
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => ask(`/v1/articles/bridge-${n}`, { method: 'PUT', body })),
  );
  const { elasticsearch } = service.services;
  const before = await verify();
  expect(before).toMatchObject({ faults: [], unchained: 0 });
  const [chain = '', head] = Object.entries(before.heads)[0] ?? [];
  const last = head?.number ?? 0;
  const idOf = (number: number) => `${chain}:${number}`;
  await elasticsearch.update({ index, id: idOf(2), doc: { key: 'somebody-else' }, refresh: true });
  expect((await verify()).faults).toEqual([{ chain, number: 2, fault: 'changed' }]);
  await elasticsearch.delete({ index, id: idOf(last - 2), refresh: true });
  expect((await verify()).faults).toContainEqual({ chain, number: last - 1, fault: 'missing' });
  await elasticsearch.delete({ index, id: idOf(last), refresh: true });
  expect((await verify(before.heads)).faults).toContainEqual({ chain, number: last, fault: 'cut-off' });
});
