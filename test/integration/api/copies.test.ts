import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createKeyStore } from '../../../api/access/key-store.ts';
import { mounted } from '../../../api/mounted.ts';
import type { SearchResult } from '../../../api/search/result.ts';
import type { ApiServices } from '../../../api/services.ts';
import { copiesSchema } from '../../../api/versions/copies.ts';
import { drawPerson } from '../../../api/web/look-ups.ts';
import { print } from '../../../api/web/markup.ts';
import { contextOf } from '../../../api/web/page.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

const bridge = 'The old bridge over the river was reopened after two years of repairs.';

const documents = [
  documentOf({
    id: 'first',
    story: 'first',
    title: 'Bridge reopened',
    body: `${bridge}\nTraffic flows again.`,
    publisher: 'gov.cn',
    agency: ['xinhua'],
    date: '2020-03-01',
  }),
  documentOf({
    id: 'second',
    story: 'first',
    title: 'Bridge is open again',
    body: `${bridge}\nThe mayor was there.`,
    publisher: 'china.org.cn',
    agency: ['xinhua'],
    date: '2020-03-02',
  }),
  documentOf({
    id: 'third',
    story: 'first',
    title: 'Bridge reopened',
    body: `${bridge}\nTraffic flows again.`,
    date: '2020-03-02',
    received: '2024-02-01T00:00:00.000Z',
  }),
  documentOf({
    id: 'like',
    story: 'like',
    title: 'River bridge repairs end',
    body: 'Repairs of the old bridge over the river ended after two years.',
    date: '2020-03-04',
  }),
  documentOf({
    id: 'german',
    story: 'german',
    language: 'de',
    title: 'Brücke nach Reparatur wieder offen',
    body: 'Die alte Brücke über den Fluss ist wieder offen.',
    people: ['Q1', 'name:anna bell'],
    date: '2020-03-03',
  }),
  documentOf({
    id: 'named',
    story: 'named',
    title: 'Bridge opened by the minister',
    body: 'The minister opened the bridge. The repairs took long.',
    people: ['Q1'],
    date: '2020-03-03',
  }),
  documentOf({
    id: 'other',
    story: 'other',
    title: 'A harvest of wheat',
    body: 'Farmers brought in the wheat early this summer.',
    date: '2020-03-03',
  }),
  documentOf({
    id: 'figures',
    story: 'figures',
    title: 'Acme Corp 4th quarter net',
    body: 'Net profit 1987 against 1986, Reuters reports.',
  }),
  ...['Schwimmerin', 'Weizen'].map((title) =>
    documentOf({
      id: title,
      story: title,
      language: 'de',
      title,
      body: 'Seit 1986 und 1987, so Reuters.',
    }),
  ),
  ...Array.from({ length: 20 }, (_, n) =>
    documentOf({
      id: `x${n}`,
      story: `x${n}`,
      title: `Market report ${n}`,
      body: 'Shares rose and fell on the exchange.',
      date: '2020-01-01',
    }),
  ),
];

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'de', 'und'], mounted });
  await service.index(documents);
}, 300_000);

afterAll(() => service?.stop(), 180_000);

const search = async (query: string): Promise<SearchResult> => {
  const response = await fetch(`${service.url}/v1/articles?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as SearchResult;
};
const ids = ({ results }: SearchResult): string[] => results.map(({ id }) => id);

test('story= finds the copies of a text, and only them', async () => {
  expect(ids(await search('story=first&sort=oldest'))).toEqual(['first', 'second', 'third']);
  expect((await search('story=first&story=like')).total.count).toBe(4);
  expect((await search('story=first&q=mayor')).total.count).toBe(1);
  expect((await search('story=unheardof')).total.count).toBe(0);
});

test('a collapsed result tells how many copies there are, which was first, and where they are', async () => {
  const { results } = await search('q=mayor&collapse=story');
  // Of this search it is the only copy; the story has three all the same.
  expect(
    results.map(({ id, copies }) => [id, copies?.count, copies?.first.id, copies?.first.publisher?.id]),
  ).toEqual([['second', 3, 'first', 'gov.cn']]);
  expect((await search(results[0]?.copies?.url.split('?')[1] ?? '')).total.count).toBe(3);
  expect((await search('q=mayor')).results[0]?.copies).toBeUndefined();
});

test('the list of copies says in what each differs from the first', async () => {
  const list = copiesSchema.parse(await (await fetch(`${service.url}/v1/articles/third/copies`)).json());
  expect(list.total).toBe(3);
  expect(list.copies.map(({ article, added, removed }) => [article.id, added, removed])).toEqual([
    ['first', 0, 0],
    ['second', 1, 1],
    ['third', 0, 0],
  ]);
  expect(list.copies[1]?.fields.map(({ field }) => field)).toEqual(['title', 'date', 'publisher']);
  expect(list.copies[1]?.paragraphs).toEqual([
    { change: 'removed', text: 'Traffic flows again.' },
    { change: 'added', text: 'The mayor was there.' },
  ]);
  expect((await fetch(`${service.url}/v1/articles/unheardof/copies`)).status).toBe(404);
});

test('copies with too long texts for one answer are compared one by one', async () => {
  const kinds = Array.from({ length: 1_000_000 }, () => 'list-item' as const);
  const long = (id: string) => documentOf({ id, story: 'long', body: `Text of ${id}`, kinds });
  await service.index([long('long1'), long('long2'), long('long3')]);
  const list = copiesSchema.parse(await (await fetch(`${service.url}/v1/articles/long2/copies`)).json());
  expect(list.copies.map(({ article, added }) => [article.id, added])).toEqual([
    ['long1', 0],
    ['long2', 1],
    ['long3', 1],
  ]);
});

test('a page of texts that is too long is refused, not read', async () => {
  const body = `zebra${'\n'.repeat(9_000_000)}`;
  await service.index([documentOf({ id: 'endless', body, language: 'und' })]);
  const { secret } = await createKeyStore(
    service.services.elasticsearch,
    service.services.config.prefix,
  ).create({ name: 'reader', scopes: ['read'], now: new Date() });
  const ask = (query: string) =>
    fetch(`${service.url}/v1/articles?q=zebra&highlight=false${query}`, { headers: { 'api-key': secret } });
  const refused = await ask('&fields=body');
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('16 MB')]);
  expect((await ask('')).status).toBe(200);
});

test('like= finds what resembles an article, in its own and other languages, without its copies', async () => {
  const alike = await search('like=first');
  expect(ids(alike)[0]).toBe('like');
  for (const copy of ['first', 'second', 'third', 'other', 'x1']) expect(ids(alike)).not.toContain(copy);
  expect(ids(await search('like=named'))).toContain('german');
  expect(ids(await search('like=named&lang=en'))).not.toContain('german');
  // Figures and the name of an agency are the same words in every language.
  expect((await search('like=figures&lang=de')).total.count).toBe(0);
  expect(ids(await search('like=first&q=ended'))).toEqual(['like']);
  const unknown = await fetch(`${service.url}/v1/articles?like=unheardof`);
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('like')]);
});

const page = async (path: string): Promise<string> => {
  const response = await fetch(`${service.url}${path}`, { headers: { 'accept-language': 'en' } });
  expect(response.status).toBe(200);
  return response.text();
};

test('the article page shows copies and similar articles, the results page how many copies', async () => {
  const article = await page('/articles/second');
  expect(article).toContain('Copies <span class="count">3</span>');
  expect(article).toContain('1 paragraphs that differ');
  expect(article).toMatch(/Similar articles[\s\S]*River bridge repairs end/);
  expect(await page('/?q=mayor&collapse=story')).toContain('3 copies');
});

test('the chart page draws counts and shares of several queries, and tells them in a table', async () => {
  const chart = await page('/chart?q=bridge&q=harvest&interval=month&from-date=2020-02&to-date=2020-04');
  expect(chart.match(/<figure class="chart">/g)).toHaveLength(2);
  expect(chart.match(/<path class="line line-1" d="M0/g)?.length).toBeGreaterThan(0);
  expect(chart).toMatch(/<th scope="row">March 2020<\/th><td>5 \(71\.43%\)<\/td><td>1 \(14\.29%\)<\/td>/);
  expect(chart).toMatch(/<th scope="row">February 2020<\/th><td>0<\/td>/);
  expect(chart).not.toMatch(/ style="|<script>/);
  expect(await page('/chart?q=unheardof')).toContain('Nothing was found');
  expect((await fetch(`${service.url}/chart?colour=red`)).status).toBe(400);
  expect(await page('/?q=bridge&from-date=2020&sort=newest')).toContain(
    '/chart?q=bridge&amp;from-date=2020"',
  );
});

test('a person page counts neighbours once', async () => {
  const bodies: unknown[] = [];
  const services: ApiServices = {
    ...service.services,
    execute: (calls, options) => {
      bodies.push(...calls.map(({ body }) => body.aggs));
      return service.services.execute(calls, options);
    },
  };
  const asset = {
    path: '/x.js',
    type: 'x',
    content: Buffer.from(''),
    packed: Buffer.from(''),
    integrity: 'sha256-x',
    version: 'x',
  };
  const context = contextOf(
    { given: 'en', accepted: undefined },
    {
      assets: { box: asset, script: asset, style: '', styleSource: '' },
      origin: service.url,
      path: '/people/Q1',
      query: new URLSearchParams(),
      now: new Date(0),
      mails: true,
    },
  );
  expect(await print(await drawPerson(services)(context, 'Q1'))).toMatch(/Named together[\s\S]*bell/i);
  const neighbours = bodies.filter((aggs) =>
    /"terms":\{"field":"people","size"/.test(JSON.stringify(aggs) ?? ''),
  );
  expect(neighbours).toHaveLength(1);
});
