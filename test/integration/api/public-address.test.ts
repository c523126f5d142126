import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { mounted } from '../../../api/mounted.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en', 'und'],
    mounted,
    environment: { DATELINE_PUBLIC_URL: '' },
  });
  await service.index([documentOf({ id: 'bridge', title: 'The bridge', body: 'It opened.' })]);
}, 120_000);

afterAll(() => service?.stop(), 60_000);

/** `fetch` sends the host that it calls, and no other. */
const ask = (path: string, body?: object): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { host: 'x:99999', 'api-key': service.key, 'content-type': 'application/json' };
    const sent = request(
      `${service.url}${path}`,
      { method: body ? 'POST' : 'GET', headers },
      async (answer) => {
        const parts: Buffer[] = [];
        for await (const part of answer) parts.push(part);
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() });
      },
    );
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });

test('what a request says of its host is in no answer, breaks none and is not kept', async () => {
  const saved = await ask('/v1/alerts', { name: 'all', query: { q: 'bridge' } });
  expect(saved.status).toBe(201);
  const { id } = z.object({ id: z.string() }).parse(JSON.parse(saved.text));
  const formats = ['json', 'ndjson', 'csv', 'rss', 'atom', 'jsonfeed'];
  const paths = [
    ...formats.map((format) => `/v1/articles?q=bridge&format=${format}`),
    '/v1/alerts',
    `/v1/alerts/${id}`,
    '/robots.txt',
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/?q=bridge',
    '/articles/bridge',
    '/demo',
  ];
  for (const path of paths) {
    const { status, text } = await ask(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toContain('x:99999');
    expect(text).not.toContain('http://x');
  }
  const feed = await ask('/v1/articles.atom?q=bridge');
  expect(feed.text).toContain('<id>urn:dateline:articles/bridge</id>');
  expect(feed.text).toContain('href="/articles/bridge"');
  expect(JSON.parse((await ask('/v1/articles?q=bridge')).text)).toMatchObject({
    results: [{ page: '/articles/bridge' }],
    links: { self: '/v1/articles?q=bridge' },
  });
  const { hits } = await service.services.elasticsearch.search({
    index: `${service.services.config.prefix}-*`,
  });
  expect(JSON.stringify(hits)).not.toContain('x:99999');
});
