import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mounted } from '../../../api/mounted.ts';
import { type Network, openNetwork } from '../../../lab/faults/network.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let network: Network;
let service: SearchService;

beforeAll(async () => {
  network = await openNetwork(Number(new URL(process.env.TEST_ELASTICSEARCH_URL ?? '').port));
  const elasticsearch = `http://127.0.0.1:${network.port}`;
  service = await startSearchService({
    codes: ['en', 'de'],
    mounted,
    environment: { ELASTICSEARCH_URL: elasticsearch },
  });
  await service.index([
    documentOf({ id: 'one', title: 'A lighthouse', body: 'A lighthouse was lit.', date: '2020-03-05' }),
  ]);
}, 60_000);

afterAll(async () => {
  network.refuse(false);
  await service.stop();
  await network.close();
});

const visit = (path: string, language = 'en') =>
  fetch(service.url + path, { headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': language } });

test('where Elasticsearch is gone, a reader sees a page that says so, and it comes back by itself', async () => {
  expect((await visit('/?q=lighthouse')).status).toBe(200);
  network.refuse(true);
  const paths = [
    '/',
    '/?q=lighthouse',
    '/articles/one',
    '/articles/one/versions',
    '/articles/one/cite?format=ris',
  ];
  for (const path of [...paths, '/people/dl:sergei-lavrov', '/sources', '/chart?q=a', '/values/agency']) {
    const answer = await visit(path);
    const { status, headers } = answer;
    expect([path, status, headers.get('content-type')]).toEqual([path, 503, 'text/html; charset=utf-8']);
    expect([path, Number(headers.get('retry-after')) > 0, headers.get('cache-control')]).toEqual([
      path,
      true,
      'no-store',
    ]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('The search is not answering');
  }
  expect(await (await visit('/?q=lighthouse', 'fa')).text()).toContain('جست‌وجو پاسخ نمی‌دهد');
  for (const path of ['/about', '/docs', '/offline', '/demo']) expect((await visit(path)).status).toBe(200);
  expect((await fetch(`${service.url}/v1/articles`)).headers.get('content-type')).toContain('problem+json');
  network.refuse(false);
  expect(await (await visit('/?q=lighthouse')).text()).toContain('A <mark>lighthouse</mark>');
});

test('an address that cannot be decoded is a page for a reader', async () => {
  const answer = await visit('/articles/%E0%A4%A');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
  const { headers } = await fetch(`${service.url}/articles/%E0%A4%A`, {
    headers: { accept: 'application/json' },
  });
  expect(headers.get('content-type')).toContain('problem+json');
});

test('a search of more words than can be translated says so', async () => {
  const said = 'Die Suche hat zu viele Wörter, um alle zu übersetzen';
  const path = (q: string) => `/?q=${encodeURIComponent(q)}&translate=en&ui-lang=de&match=any`;
  expect(await (await visit(path('die Regierung'))).text()).not.toContain(said);
  const unknown = [
    'Wasser',
    'Energie',
    'Kranken',
    'Staats',
    'Bildungs',
    'Verkehrs',
    'Umwelt',
    'Arbeits',
  ].flatMap((head) =>
    ['versorgungs', 'sicherheits', 'wirtschafts', 'markt', 'preis'].map((tail) => `${head}${tail}${tail}qxz`),
  );
  expect(await (await visit(path(`die Regierung ${unknown.join(' ')}`))).text()).toContain(said);
});

test('dates are written as in the reader’s region, in the description, the chips and the timeline', async () => {
  const path = '/?from-date=2020-03-04&to-date=2020-03-06';
  const days = async (language: string) =>
    (await (await visit(path, language)).text()).match(/Mar\w* \d|\d Mar/g);
  expect(new Set(await days('en-GB'))).toEqual(new Set(['4 Mar', '6 Mar', '5 Mar']));
  expect(await days('en-US')).toEqual(expect.arrayContaining(['March 4', 'Mar 5']));
});
