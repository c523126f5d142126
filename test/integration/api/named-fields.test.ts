import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mounted } from '../../../api/mounted.ts';
import { networkSchema } from '../../../api/people/network.ts';
import type { SearchResult } from '../../../api/search/result.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

const text = (sentence: string) =>
  `The council met on Monday. ${sentence} A vote follows. Nobody objected.\nThe weather was mild. The bridge stays closed.`;

const documents = [
  documentOf({
    id: 'a',
    title: 'Council meets',
    body: text('The bridge will be rebuilt & widened.'),
    authors: ['name:jane roe'],
    mentioned: ['FR', 'org:un', 'beijing'],
    country: 'CN',
    people: ['name:anna bell', 'name:bo lund', 'name:cy ode'],
    date: '2021-01-05',
  }),
  documentOf({
    id: 'b',
    title: 'Minister speaks',
    body: text('The road is open.'),
    authors: ['name:jane roe', 'name:john doe'],
    mentioned: ['FR'],
    country: 'FR',
    people: ['name:anna bell', 'name:bo lund'],
    date: '2021-02-05',
  }),
  documentOf({ id: 'c', title: 'Quiet day', people: ['name:bo lund', 'name:cy ode'], date: '2021-02-06' }),
  documentOf({ id: 'd', title: 'About Jane', people: ['name:jane roe'], date: '2021-02-07' }),
];

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'], mounted });
  await service.index(documents);
}, 300_000);

afterAll(() => service?.stop(), 180_000);

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}${path}`, { headers: { 'accept-language': 'en', ...headers } });
const search = async (query: string): Promise<SearchResult> => {
  const response = await get(`/v1/articles?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as SearchResult;
};
const ids = async (query: string): Promise<string[]> =>
  (await search(query)).results.map(({ id }) => id).sort();

test.each([
  ['author=Jane Roe', ['a', 'b']],
  ['author=jane roe&author=nobody else', ['a', 'b']],
  ['author=name:john doe', ['b']],
  ['person=Jane Roe', ['d']],
  ['mentions=France', ['a', 'b']],
  ['mentions=法国', ['a', 'b']],
  ['mentions=FRANKREICH', ['a', 'b']],
  ['mentions=United Nations', ['a']],
  ['mentions=Beijing', ['a']],
  ['mentions=org:un', ['a']],
  ['mentions=Atlantis', []],
  ['country=China', ['a']],
  ['country=fr', ['b']],
  ['q=mentions:France -country:FR', ['a']],
  ['q=author:"Jane Roe" NOT author:"John Doe"', ['a']],
])('%s finds %j', async (query, expected) => {
  expect(await ids(query)).toEqual(expected);
});

test('facets count authors, what is mentioned and where it was published, in words', async () => {
  const { facets, description } = await search('facets=author,mentions,country&mentions=France&ui-lang=de');
  const counts = (name: string) => facets[name]?.options.map(({ label, count }) => [label, count]);
  expect(counts('author')).toEqual([
    ['Jane Roe', 2],
    ['John Doe', 1],
  ]);
  expect(counts('mentions')).toEqual([
    ['Frankreich', 2],
    ['Peking', 1],
    ['Vereinte Nationen', 1],
  ]);
  expect(counts('country')).toEqual([
    ['China', 1],
    ['Frankreich', 1],
  ]);
  expect(description).toContain('mit Nennung von Frankreich');
  const [first] = (await search('author=Jane Roe&sort=oldest')).results;
  expect(first).toMatchObject({
    authors: [{ id: 'name:jane roe', label: 'Jane Roe' }],
    mentioned: [{ id: 'FR', label: 'France' }, { id: 'org:un' }, { id: 'beijing', label: 'Beijing' }],
    country: { id: 'CN', label: 'China' },
  });
});

test('context= gives the sentences round each find, joined where they touch', async () => {
  const { results } = await search('q=bridge&context=1&author=Jane Roe');
  expect(results[0]?.context).toEqual([
    'The council met on Monday. The <mark>bridge</mark> will be rebuilt &amp; widened. A vote follows.',
    'The weather was mild. The <mark>bridge</mark> stays closed.',
  ]);
  expect((await search('q=bridge')).results[0]?.context).toBeUndefined();
  const table = await (await get('/v1/articles.csv?q=widened&context=1')).text();
  const [head, row] = table.replace('\ufeff', '').trim().split('\r\n');
  expect(head?.endsWith(',context')).toBe(true);
  expect(row).toContain('The bridge will be rebuilt & [widened].');
});

test('fields= chooses the columns of a table; page links are absolute', async () => {
  const table = await (await get('/v1/articles.csv?author=John Doe&fields=page,authors,mentioned')).text();
  expect(table.replace('\ufeff', '')).toBe(
    `id,title,authors,mentioned,page\r\nb,Minister speaks,Jane Roe; John Doe,France,${service.url}/articles/b\r\n`,
  );
});

test('whole texts come with a read key alone', async () => {
  expect((await get('/v1/articles?fields=body&q=bridge')).status).toBe(401);
  const response = await get('/v1/articles?fields=body&author=John Doe', { 'api-key': service.key });
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(await response.json()).toMatchObject({ results: [{ id: 'b', body: documents[1]?.body }] });
  const table = await get('/v1/articles.csv?fields=body&author=John Doe', { 'api-key': service.key });
  expect(await table.text()).toContain('The road is open.');
});

test('the network of a person: who, how often together, by month, and among themselves', async () => {
  const path = '/v1/people/name:anna%20bell/network';
  const network = networkSchema.parse(await (await get(path)).json());
  expect(network.nodes.map(({ id, articles, together }) => [id, articles, together])).toEqual([
    ['name:anna bell', 2, 2],
    ['name:bo lund', 3, 2],
    ['name:cy ode', 2, 1],
  ]);
  expect(network.nodes[1]?.months).toEqual([
    { month: '2021-01', count: 1 },
    { month: '2021-02', count: 1 },
  ]);
  expect(
    new Map(network.edges.map(({ source, target, count }) => [[source, target].sort().join(), count])),
  ).toEqual(
    new Map([
      ['name:anna bell,name:bo lund', 2],
      ['name:anna bell,name:cy ode', 1],
      ['name:bo lund,name:cy ode', 2],
    ]),
  );
  const january = networkSchema.parse(await (await get(`${path}?to-date=2021-01`)).json());
  expect(january.edges).toHaveLength(3);
  const graph = await (await get(`${path}?format=graphml`)).text();
  expect(graph.match(/<node id=/g)).toHaveLength(3);
  expect(graph).toContain(
    '<edge source="name:anna bell" target="name:bo lund"><data key="weight">2</data></edge>',
  );
  expect(await (await get(`${path}?format=csv`)).text()).toContain('name:bo lund,Bo Lund,2021-02,1');
  expect((await get('/v1/people/name:nobody/network')).status).toBe(404);
});

test('the page of a person shows what they wrote, and with whom they are named by month', async () => {
  const written = await (await get('/people/name:jane%20roe')).text();
  expect(written).toMatch(/Written by this person <span class="count">2<\/span>[\s\S]*Minister speaks/);
  const named = await (await get('/people/name:anna%20bell')).text();
  expect(named).toMatch(/<th scope="col">2021-02<\/th>[\s\S]*Bo Lund/);
  expect(named).toContain('/network?format=graphml');
});
