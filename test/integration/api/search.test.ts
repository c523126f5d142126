import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { SearchResult } from '../../../api/search/result.ts';
import { createSitemapCuts } from '../../../api/sitemap/cuts.ts';
import { readListed } from '../../../api/sitemap/listed.ts';
import { writeSitemapPage } from '../../../api/sitemap/write.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
let wangYi: string;
let lavrov: string;

beforeAll(async () => {
  service = await startSearchService();
  const { people } = service.services.authorities;
  wangYi = people.findByName('Wang Yi')[0]?.id ?? '';
  lavrov = people.findByName('Sergei Lavrov')[0]?.id ?? '';
  await service.index([
    documentOf({
      id: 'call',
      title: 'Ministers speak by telephone about the spring talks',
      lead: 'The foreign ministers held a phone conversation on Thursday.',
      body: 'The foreign ministers held a phone conversation on Thursday.\nThey praised close coordination & <b>trust</b>.',
      kinds: ['text', 'text'],
      credits: ['Xinhua', 'Beijing'],
      date: '2019-12-20',
      dateKind: 'updated',
      updated: {
        instant: '2019-12-19T23:03:00Z',
        day: '2019-12-20',
        printed: 'December 20, 2019 07:03',
        precision: 'minute',
        zone: 'publisher',
      },
      agency: ['xinhua'],
      publisher: 'gov.cn',
      dateline: { place: 'beijing', printed: 'BEIJING, Dec. 19', date: '2019-12-19' },
      people: [wangYi, lavrov],
      mentions: [{ id: wangYi, name: 'Wang Yi', roles: ['Foreign Minister'], mentions: [] }],
      url: 'https://www.gov.cn/a',
    }),
    documentOf({
      id: 'visit',
      title: '王毅访问莫斯科',
      body: '外交部长王毅访问莫斯科，与俄罗斯外长会谈。',
      credits: ['新华社', '北京'],
      date: '2020-03-01',
      dateKind: 'published',
      agency: ['xinhua'],
      people: [wangYi],
      language: 'zh',
      script: 'Hans',
    }),
    documentOf({
      id: 'ru',
      title: 'Лавров провёл переговоры',
      body: 'Министр иностранных дел провёл переговоры в Москве.',
      date: '2010-05-05',
      dateKind: 'published',
      agency: ['reuters'],
      people: [lavrov],
      language: 'ru',
      script: 'Cyrl',
    }),
    documentOf({ id: 'bare', title: '=1+1 on markets', body: 'Markets were calm.', story: 'shared' }),
    documentOf({
      id: 'copy',
      title: '=1+1 on markets',
      body: 'Markets were calm, said a copy.',
      story: 'shared',
    }),
    documentOf({ id: 'gone', title: 'Ministers speak', body: 'phone conversation', gone: true }),
  ]);
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const ask = async (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${service.url}${path}`, init);

const parsed = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return new XMLParser().parse(xml);
};

const find = async (query: string): Promise<SearchResult> => {
  const response = await ask(`/v1/articles?${query}`);
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(body));
  return body as SearchResult;
};

const ids = async (query: string): Promise<string[]> =>
  (await find(query)).results.map(({ id }) => id).sort();

describe('finding', () => {
  test.each([
    ['q=phone+conversation', ['call']],
    ['q="close+coordination"', ['call']],
    ['q="coordination+close"', []],
    ['q=Beijing', ['call']],
    ['agency=xinhua', ['call', 'visit']],
    ['agency=Xinhua+News+Agency', ['call', 'visit']],
    ['agency=新华社&lang=en', ['call']],
    ['person=Wang+Yi', ['call', 'visit']],
    ['person=王毅', ['call', 'visit']],
    ['person=Sergei+Lavrov', ['call', 'ru']],
    ['person=Лавров', ['call', 'ru']],
    ['person=Nobody+Known', []],
    ['place=北京', ['call']],
    ['publisher=gov.cn', ['call']],
    ['from-date=2019-12-18&to-date=2019-12-20', ['call']],
    ['from-date=2019-12&to-date=2020', ['call', 'visit']],
    ['lang=zh&lang=ru', ['ru', 'visit']],
    ['lang=zh-Hant', []],
    ['lang=sv', []],
    ['q=министры', ['ru']],
    ['q=莫斯科', ['visit']],
    ['q="访问莫斯"', ['visit']],
    ['q=title:telephone', ['call']],
    ['q=telephone+-talks', []],
    ['q=phone+NEAR/2+held', ['call']],
    ['q=convers*', ['call']],
    ['q==conversations', []],
    ['q=calm+OR+telephone', ['bare', 'call', 'copy']],
    ['q=telephone+nonsense&match=any', ['call']],
    ['q=person:"Wang+Yi"+lang:zh', ['visit']],
    ['q=date:2010', ['ru']],
    ['q=date:..2019-12-19', ['ru']],
    ['q=markets&collapse=story', expect.arrayContaining([])],
    ['q=Лавров', ['call', 'ru']],
    ['q=Лавров&expand=none', ['ru']],
  ])('%s', async (query, expected) => {
    expect(await ids(encodeURI(query))).toEqual(expected);
  });

  test('copies of one story are one result', async () => {
    const { results, total } = await find('q=markets&collapse=story');
    expect(results).toHaveLength(1);
    // All of them are on this page; on a full one they are counted approximately.
    expect(total).toEqual({ count: 1, exact: true });
    expect((await find('q=markets&collapse=story&page-size=1')).total.exact).toBe(false);
  });

  test('marks are the only mark-up', async () => {
    const { results } = await find('q=trust');
    expect(results[0]?.highlights?.body?.join(' ')).toContain('&amp; &lt;b&gt;<mark>trust</mark>&lt;');
  });
  test('phrases and Chinese are marked', async () => {
    expect((await find('q=%22phone+conversation%22')).results[0]?.highlights?.body?.join(' ')).toMatch(
      /<mark>phone/,
    );
    expect(
      (await find(`q=${encodeURIComponent('莫斯科')}`)).results[0]?.highlights?.title?.join(' '),
    ).toContain('<mark>');
  });
});

describe('facets', () => {
  test('count without their own filter and keep what is chosen', async () => {
    const { facets, total } = await find('agency=reuters&lang=ru');
    expect(total.count).toBe(1);
    expect(facets.agency?.options).toEqual([
      expect.objectContaining({ value: 'reuters', count: 1, selected: true }),
    ]);
    expect(facets.lang?.options.map(({ value, count, selected }) => [value, count, selected])).toEqual([
      ['ru', 1, true],
    ]);
    const chosen = await find('agency=reuters&agency=xinhua&lang=ar');
    expect(chosen.total.count).toBe(0);
    expect(chosen.facets.lang?.options.map(({ value, count }) => [value, count]).sort()).toEqual([
      ['ar', 0],
      ['en', 1],
      ['ru', 1],
      ['zh', 1],
    ]);
  });

  test('say total, missing and labels in the reader’s language', async () => {
    const { facets } = await find('ui-lang=ru');
    expect(facets.agency).toMatchObject({ total: 5, missing: 2, exact: true, unit: 'article' });
    expect(facets.agency?.options[0]).toMatchObject({ value: 'xinhua', label: 'Синьхуа', count: 2 });
  });

  test('the date’s step fits the span', async () => {
    expect((await find('q=министр')).facets.date?.step).toBe('day');
    const { facets } = await find('facets=date');
    expect(facets.date?.step).toBe('quarter');
    // Every quarter from the first to the last, the empty ones too.
    expect(facets.date?.options).toHaveLength(40);
    const counted = facets.date?.options.filter(({ count }) => count > 0);
    expect(counted?.map(({ value, count }) => [value, count])).toEqual([
      ['2010-Q2', 1],
      ['2019-Q4', 1],
      ['2020-Q1', 1],
    ]);
    expect((await find('q=telephone&facets=date')).facets.date).toMatchObject({
      step: 'hour',
      options: [{ value: '2019-12-19T23', count: 1 }],
    });
  });

  test('links of options lead where they say', async () => {
    const { facets } = await find('q=министр');
    const option = facets.agency?.options[0];
    expect((await find(option?.url.split('?')[1] ?? '')).total.count).toBe(option?.count);
  });
});

describe('refusals', () => {
  test.each([
    ['nonsense=1', 'nonsense'],
    ['q=a&q=b', 'q'],
    ['page=0', 'page'],
    ['page=101&page-size=100', 'page'],
    ['from-date=2019-02-30', 'from-date'],
    ['from-date=2020&to-date=2019-12', 'from-date'],
    ['facets=weather', 'facets'],
    ['q=%22open', 'q'],
  ])('%s', async (query, parameter) => {
    const response = await ask(`/v1/articles?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ parameter, status: 400 });
  });

  test('what is missing is told to be needed', async () => {
    const response = await ask('/v1/suggest');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter: 'q', detail: 'q: is needed' });
  });

  test('explaining needs an admin key', async () => {
    expect((await ask('/v1/articles?q=phone&explain=true')).status).toBe(401);
    const headers = { 'api-key': service.key };
    const response = await ask('/v1/articles?q=phone&explain=true', { headers });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ results: [{ why: expect.stringContaining(' ') }] });
  });
});

describe('formats', () => {
  test('feeds are XML that names itself, tables hold no formula', async () => {
    for (const format of ['rss', 'atom']) {
      const response = await ask(`/v1/articles.${format}?q=markets`);
      expect(response.headers.get('content-type')).toContain(`application/${format}+xml`);
      expect(new XMLParser().parse(await response.text(), true)).toBeDefined();
    }
    const csv = await (await ask('/v1/articles.csv?q=markets')).text();
    expect(csv).toContain("'=1+1 on markets");
    const feed: unknown = await (await ask('/v1/articles.jsonfeed?q=markets')).json();
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ title: '=1+1 on markets' }, {}],
    });
    const lines = (await (await ask('/v1/articles.ndjson?q=markets')).text()).trim().split('\n');
    expect(lines).toHaveLength(2);
  });

  test.each([
    '/v1/articles/call',
    '/v1/articles?q=phone',
    '/v1/articles.rss?q=phone',
    '/v1/articles.atom?q=phone',
  ])('caches may ask whether anything changed: %s', async (path) => {
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    // Answers may differ in the milliseconds they took, feeds are built in another second.
    await new Promise((resolve) => setTimeout(resolve, path.includes('.') ? 1100 : 0));
    for (const tag of [etag, etag.replace('W/', '')])
      expect((await ask(path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });
});

describe('documents', () => {
  test('answers are as the OpenAPI document says', async () => {
    const document = (await (await ask('/openapi.json')).json()) as {
      paths: Record<
        string,
        { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
      >;
    };
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(document, 'api');
    const check = (path: string, status: string, type: string, body: unknown): void => {
      const pointer = ['paths', path, 'get', 'responses', status, 'content', type, 'schema']
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/');
      const valid = ajv.validate({ $ref: `api#/${pointer}` }, body);
      expect({ path, errors: valid ? null : ajv.errors }).toEqual({ path, errors: null });
    };
    check('/v1/articles', '200', 'application/json', await find('q=phone'));
    check('/v1/articles', '200', 'application/json', await find('person=Wang&collapse=story&fields=id'));
    check('/v1/articles/{id}', '200', 'application/json', await (await ask('/v1/articles/call')).json());
    check('/v1/articles', '400', 'application/problem+json', await (await ask('/v1/articles?q=(')).json());
    check(
      '/v1/articles/{id}',
      '404',
      'application/problem+json',
      await (await ask('/v1/articles/gone')).json(),
    );
  });

  test('a name that several bear answers with all of them and their offices, as a filter and as free words', async () => {
    const byName = (await find('person=Wang')).choices[0];
    expect(byName).toMatchObject({ parameter: 'person', name: 'Wang' });
    const option = byName?.options.find(({ id }) => id === wangYi);
    expect(option).toMatchObject({ label: 'Wang Yi', role: 'foreign minister (China)' });
    const [byWords, none] = (await find('q=Wang&lang=en')).choices;
    expect(none).toBeUndefined();
    expect(byWords).toMatchObject({ parameter: 'q', name: 'Wang' });
    const url = new URL(byWords?.options.find(({ id }) => id === wangYi)?.url ?? '', service.url);
    expect(Object.fromEntries(url.searchParams)).toEqual({ lang: 'en', person: wangYi });
    expect((await find('q=Wang&expand=none')).choices).toEqual([]);
    expect((await find('q=wang')).choices).toEqual([]);
    expect((await find('q=Wang+talks')).choices).toEqual([]);
  });

  test('people, agencies, suggestions and facet values', async () => {
    expect(await (await ask('/v1/suggest?q=wang')).json()).toHaveProperty(
      'people.0',
      expect.objectContaining({ id: wangYi, label: 'Wang Yi', match: [[0, 4]] }),
    );
    expect(await (await ask('/v1/suggest?q=Xin')).json()).toHaveProperty('agencies.0.id', 'xinhua');
    expect(await (await ask('/v1/suggest?q=ministers+sp')).json()).toMatchObject({
      articles: [{ id: 'call' }],
    });
    expect(await (await ask(`/v1/people/${wangYi}`)).json()).toMatchObject({
      articles: 2,
      first: '2019-12-20',
      last: '2020-03-01',
      months: [
        { month: '2019-12', count: 1 },
        { month: '2020-03', count: 1 },
      ],
      roles: expect.arrayContaining([expect.objectContaining({ office: 'FM', country: 'CN', from: 2013 })]),
      together: [{ id: lavrov, count: 1 }],
    });
    expect(await (await ask('/v1/people?q=Wang+Yi')).json()).toMatchObject({
      results: [{ id: wangYi, articles: expect.any(Number) }],
    });
    expect(await (await ask('/v1/people?q=S.+Lavrov')).json()).toMatchObject({
      results: [{ id: lavrov, how: 'initials', role: 'foreign minister (Russia)' }],
    });
    expect((await ask('/v1/people/Q999999999')).status).toBe(404);
    expect(await (await ask('/v1/facets/person?value=lavr&q=phone')).json()).toMatchObject({
      // Its own page size and limit, which no search takes, stay with it.
      facet: {
        options: [
          {
            value: lavrov,
            count: 1,
            url: `${service.url}/v1/articles?q=phone&person=${encodeURIComponent(lavrov)}`,
          },
        ],
      },
    });
  });

  test('material has absolute links, whatever its format', async () => {
    const relative = /"\/(?:v1|articles|people)\b|[,=>]\/(?:v1|articles)\//;
    for (const path of [
      '/v1/articles?q=Wang&translate=all&collapse=story',
      '/v1/articles?q=wnag+talks',
      '/v1/articles.ndjson?q=talks',
      '/v1/articles.csv',
      '/v1/articles.rss',
      '/v1/articles.atom',
      '/v1/articles.jsonfeed',
      '/v1/articles/call',
      '/v1/articles/call/copies',
      '/v1/facets/person',
      '/v1/people?q=Wang+Yi',
      `/v1/people/${wangYi}`,
      '/v1/agencies',
      '/v1/export',
      '/v1/export?format=csv',
    ]) {
      const answer = await ask(path);
      const text = await answer.text();
      expect([path, answer.status, relative.exec(text)?.[0] ?? null]).toEqual([path, 200, null]);
      expect([path, text.includes(`${service.url}/`)]).toEqual([path, true]);
      expect(answer.headers.get('link') ?? '').not.toContain('</');
    }
  });

  test('admin pages need a key, by header or as a password', async () => {
    expect((await ask('/admin/queues')).status).toBe(401);
    const headers = {
      Authorization: `Basic ${btoa(`admin:${service.key}`)}`,
      'content-type': 'application/json',
    };
    expect((await ask('/admin/queues', { headers })).status).toBe(200);
    const body = JSON.stringify({ name: 'desk', scopes: ['read'] });
    const made = (await (await ask('/admin/keys', { method: 'POST', headers, body })).json()) as {
      id: string;
      secret: string;
    };
    const asKey = { headers: { 'api-key': made.secret } };
    expect((await ask('/v1/articles?explain=true', asKey)).status).toBe(403);
    expect((await ask(`/admin/keys/${made.id}`, { method: 'DELETE', headers })).status).toBe(204);
    // Refused even where no key is needed: whoever sends one believes that it works.
    const mistyped = { headers: { 'api-key': `${made.secret.slice(0, -1)}_` } };
    for (const path of ['/v1/articles?explain=true', '/v1/articles', '/v1/suggest?q=a'])
      expect((await ask(path, mistyped)).status).toBe(401);
  });

  test('no key is made that has expired already', async () => {
    const response = await ask('/admin/keys', {
      method: 'POST',
      headers: { 'api-key': service.key, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'desk', scopes: ['read'], expires: '2020-01-01T00:00:00Z' }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter: 'expires' });
  });

  test('requests are counted', async () => {
    // The store waits for Redis when the service has just begun.
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if ((await ask('/v1/agencies')).headers.has('ratelimit')) break;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect((await ask('/v1/agencies')).headers.get('ratelimit')).toMatch(/limit=600, remaining=\d+/);
  });

  test('health, metrics', async () => {
    expect((await ask('/health/live')).status).toBe(200);
    expect(await (await ask('/health/ready')).json()).toEqual({
      status: 'ready',
      elasticsearch: true,
      redis: true,
    });
    expect((await ask('/metrics')).status).toBe(200);
  });

  test('crawlers are kept from queries and led to every article that may be read', async () => {
    const robots = await (await ask('/robots.txt')).text();
    expect(robots).toMatch(/^Disallow: \/\?$/m);
    expect(robots).toMatch(/^Disallow: \/v1\/$/m);
    const address = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? '';
    expect(address).toBe(`${service.url}/sitemap.xml`);
    const index = await fetch(address);
    expect(index.headers.get('cache-control')).toContain('max-age=3600');
    expect(index.headers.get('content-type')).toContain('application/xml');
    const { sitemapindex } = parsed(await index.text());
    expect(sitemapindex.sitemap).toEqual({
      loc: `${service.url}/sitemap-1.xml`,
      lastmod: '2024-01-01T00:00:00.000Z',
    });
    const page = await fetch(sitemapindex.sitemap.loc);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toContain('max-age=3600');
    // Deleted ones are left out.
    expect(parsed(await page.text()).urlset.url).toEqual(
      ['bare', 'call', 'copy', 'ru', 'visit'].map((id) => ({
        loc: `${service.url}/articles/${id}`,
        lastmod: '2024-01-01T00:00:00.000Z',
      })),
    );
    for (const path of ['/sitemap-2.xml', '/sitemap-0.xml', '/sitemap-99999999.xml'])
      expect((await ask(path)).status).toBe(404);
  });

  test('a sitemap of several pages holds every article once, each page within its bounds', async () => {
    const cuts = createSitemapCuts(service.services, { cutAt: 2, cutAtBytes: 1000, most: 3 });
    const pages = await cuts();
    expect(pages).toHaveLength(3);
    expect(pages).toEqual(await cuts());
    const listed = [];
    for (const page of pages) {
      const ofPage = [];
      for await (const batch of readListed(page, service.services, 1)) ofPage.push(...batch);
      expect(ofPage.length).toBeLessThanOrEqual(2);
      listed.push(...ofPage.map(({ id }) => id));
    }
    expect(listed).toEqual(['bare', 'call', 'copy', 'ru', 'visit']);
    expect(await createSitemapCuts(service.services, { cutAt: 2, cutAtBytes: 1, most: 3 })()).toHaveLength(5);
    let text = '';
    const whole = { after: null, until: null };
    for await (const part of writeSitemapPage(whole, 'https://news.example', service.services, 3))
      text += part;
    expect(parsed(text).urlset.url).toHaveLength(3);
  });

  test('what was understood is said in the reader’s language', async () => {
    expect((await find('q=phone&agency=xinhua&from-date=2019-12')).description).toBe(
      '1 article about phone, from Xinhua, since December 2019',
    );
    expect((await find('q=phone&ui-lang=de')).description).toBe('1 Artikel zu phone');
    const limited = await find(`q=${encodeURIComponent('agency:xinhua date:2019-12.. -lang:ru')}`);
    expect(limited.description).toMatch(
      /^\d+ articles?, from Xinhua, since December 2019, without in Russian$/,
    );
  });
});

test('requests are counted by the pattern of their route, never by their path', async () => {
  await fetch(`${service.url}/v1/articles/call`);
  await fetch(`${service.url}/no/such/route`);
  const metrics = await (
    await fetch(`${service.url}/metrics`, { headers: { 'api-key': service.key } })
  ).text();
  expect(metrics).toMatch(
    /dateline_http_request_seconds_count\{method="GET",route="\/v1\/articles\/:id",status="200"\} \d/,
  );
  expect(metrics).toMatch(/route="none",status="404"/);
  expect(metrics).toContain('dateline_ready 1');
  expect(metrics).not.toContain('/no/such');
});
