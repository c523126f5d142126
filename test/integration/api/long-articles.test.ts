import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

/** As long as an article may be with `npm run test:long`. */
const CHARACTERS = process.env.DATELINE_LONG_TESTS ? 4_800_000 : 400_000;
const ARTICLES = 8;

const words = (
  'war peace minister president bank price oil water health school law market trade talks nuclear attack ' +
  'election party army police food energy climate tax budget court city road train port'
).split(' ');

/** The same sentence throughout, so that every query finds matches everywhere. */
const repeated = (line: string, size: number): string => line.repeat(Math.ceil(size / line.length));

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'de', 'ru', 'zh', 'ko', 'und'] });
  const body = repeated(`${words.join(' ')}.\n`, CHARACTERS);
  for (let n = 0; n < ARTICLES; n += 1)
    await service.index([documentOf({ id: `long${n}`, title: `Budget ${n}`, body })]);
  // Without a space, which is the slowest text of all to analyze.
  const run = { language: 'ko', title: '가', body: repeated('가', CHARACTERS / 3) };
  await service.index([documentOf({ id: 'run', ...run })]);
}, 600_000);

afterAll(() => service?.stop(), 60_000);

/** Matches are marked in the opening of a text, and what lies behind it is not even read for that. */
test.each([1, 5, 30])(
  'a page of the longest articles is listed with %s words marked',
  async (count) => {
    const q = encodeURIComponent(words.slice(0, count).join(' '));
    for (const more of ['', '&translate=all', '&match=any&translate=all', '&context=1']) {
      const answer = await fetch(`${service.url}/v1/articles?q=${q}${more}`, {
        headers: { 'api-key': service.key },
      });
      expect(answer.status).toBe(200);
      const { results } = (await answer.json()) as { results: { highlights: { body?: string[] } }[] };
      expect(results).toHaveLength(ARTICLES);
      for (const { highlights } of results) expect(highlights.body?.join('')).toContain('<mark>');
    }
  },
  300_000,
);

test('an article of one run of characters is listed', async () => {
  const answer = await fetch(`${service.url}/v1/articles?q=${encodeURIComponent('가가가')}`, {
    headers: { 'api-key': service.key },
  });
  expect(answer.status).toBe(200);
  expect(((await answer.json()) as { total: { count: number } }).total.count).toBe(1);
}, 60_000);

test.each(['漢', '中国'])(
  'articles of one run of %s are listed, and not sent whole',
  async (word) => {
    for (const [n, size] of [5, 100_000, 100_000, 300_000, 300_000, 300_000].entries()) {
      const body = repeated(word, size);
      await service.index([documentOf({ id: `${word}${n}`, language: 'zh', title: `${word} ${n}`, body })]);
      const answer = await fetch(`${service.url}/v1/articles?q=${encodeURIComponent(word)}`, {
        headers: { 'api-key': service.key },
      });
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text.length).toBeLessThan(60_000);
      expect(JSON.parse(text).results).toHaveLength(n + 1);
    }
    // Suggestions read the words of these texts, too, and may leave them out.
    for (const typed of [word, word.repeat(2), word.repeat(5)]) {
      const answer = await fetch(`${service.url}/v1/suggest?q=${encodeURIComponent(typed)}`);
      expect(answer.status).toBe(200);
      expect((await answer.text()).length).toBeLessThan(20_000);
    }
  },
  120_000,
);

test('a page of articles that name thousands by the longest names is listed without these names, everywhere', async () => {
  const namesOf = (count: number, of: string) =>
    Array.from({ length: count }, (_, n) => `name:${of.repeat(190)} ${n}`);
  const names = { people: namesOf(1000, '漢'), authors: namesOf(50, '字'), mentioned: [] };
  const documents = Array.from({ length: 30 }, (_, n) =>
    documentOf({ id: `named${n}`, title: `Hostile ${n}`, body: 'Hostile names came.', ...names }),
  );
  for (const document of documents) await service.index([document]);
  const ask = (path: string): Promise<Response> =>
    fetch(`${service.url}${path}`, { headers: { 'api-key': service.key } });
  for (const more of ['', '&page-size=100', '&page-size=100&facets=person', '&page-size=30&cursor=*']) {
    const answer = await ask(`/v1/articles?q=hostile${more}`);
    expect([more, answer.status]).toEqual([more, 200]);
    const found = (await answer.json()) as { results: { people: unknown[] }[]; limited?: string[] };
    expect(found.results).toHaveLength(more === '' ? 20 : 30);
    const isCut = more !== '';
    expect(found.limited).toEqual(isCut ? ['names'] : undefined);
    for (const { people } of found.results) expect(people).toHaveLength(isCut ? 0 : 100);
  }
  for (const path of ['.ndjson', '.csv', '.rss', '.atom', '.jsonfeed'])
    expect([path, (await ask(`/v1/articles${path}?q=hostile&page-size=100`)).status]).toEqual([path, 200]);
  for (const path of ['/v1/articles/named1/copies', '/v1/suggest?q=漢漢'])
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
}, 120_000);
