import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mounted } from '../../../api/mounted.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

/** Each is taken by the strict mapping, and none can be shown. */
const broken: readonly (readonly [string, object])[] = [
  ['people as one text', { people: 'Anna' }],
  ['agency of numbers', { agency: [1, 'xinhua'] }],
  ['a title that is a number', { title: 5 }],
  ['a title that is a list', { title: ['one harbour', 'two'] }],
  ['no lead', { lead: null }],
  ['no kinds', { kinds: 'text' }],
  ['an instant without its day', { published: { instant: '2024-01-01T00:00:00Z' } }],
  ['a dateline that prints nothing', { dateline: { place: 'Q1' } }],
  ['mentions as text', { mentions: 'Anna' }],
  ['mentions without places', { mentions: [{ id: 'x', name: 'y' }] }],
  ['a kind of date that is none', { dateKind: 'never' }],
  ['a person of half a character', { people: ['name:\ud800'] }],
];

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'], mounted });
  await service.index([
    documentOf({ id: 'whole', title: 'The harbour is open', date: '2024-01-01', dateKind: 'published' }),
  ]);
  const index = `${service.services.config.prefix}-articles-en`;
  for (const [id, change] of broken)
    await service.services.elasticsearch.index({
      index,
      id,
      document: { ...documentOf({ id, title: 'A harbour' }), ...change },
      refresh: true,
    });
}, 120_000);

afterAll(() => service?.stop(), 60_000);

const read = async (path: string, headers = {}) => {
  const response = await fetch(`${service.url}${path}`, { headers });
  return { status: response.status, text: await response.text() };
};

describe('documents that cannot be shown', () => {
  test.each([
    '/v1/articles',
    '/v1/articles?q=harbour',
    '/v1/articles?q=harbour&collapse=story&facets=agency,person,lang,place,publisher,date',
    '/v1/articles?cursor=*',
    '/v1/articles.ndjson',
    '/v1/articles.csv',
    '/v1/articles.rss',
    '/v1/articles.atom',
    '/v1/articles.jsonfeed',
    '/v1/suggest?q=harbour',
    '/v1/export?format=ndjson',
    '/v1/export?format=csv',
    '/',
    '/?q=harbour',
    '/sitemap.xml',
    '/sitemap-1.xml',
  ])('%s leaves them out', async (path) => {
    const { status, text } = await read(path, { 'api-key': service.key });
    expect([status, text.slice(0, 300)]).toEqual([200, expect.any(String)]);
    expect(text).toContain(path === '/sitemap.xml' ? 'sitemap-1' : 'whole');
    for (const line of path.includes('ndjson') ? text.trim().split('\n') : []) JSON.parse(line);
  });

  test('are not found by themselves', async () => {
    expect((await read('/v1/articles/mentions%20as%20text')).status).toBe(404);
    expect((await read('/articles/no%20lead')).status).toBe(404);
  });

  test('are counted in a metric', async () => {
    const { text } = await read('/metrics', { 'api-key': service.key });
    expect(Number(/^dateline_unshown_documents_total (\d+)/m.exec(text)?.[1])).toBeGreaterThan(broken.length);
  });

  test('are not taken over HTTP, whatever they are called', async () => {
    for (const type of [
      'application/vnd.dateline.document+json',
      'Application/VND.dateline.document+json; v=1',
    ]) {
      const response = await fetch(`${service.url}/v1/articles/made`, {
        method: 'PUT',
        headers: { 'api-key': service.key, 'content-type': type },
        body: JSON.stringify(documentOf({ id: 'made' })),
      });
      expect(response.status).toBe(415);
    }
  });
});
