import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SearchResult } from '../../../api/search/result.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'ru', 'ar', 'und'] });
  await service.index([
    documentOf({
      id: 'en',
      title: 'Negotiations about fisheries',
      body: 'Negotiations about fisheries went on.',
    }),
    documentOf({
      id: 'ru',
      language: 'ru',
      title: 'Переговоры о рыболовстве',
      body: 'Переговоры о рыболовстве идут.',
    }),
    documentOf({
      id: 'ar',
      language: 'ar',
      title: 'المفاوضات حول الصيد',
      body: 'المفاوضات حول الصيد مستمرة',
    }),
  ]);
});

afterAll(() => service.stop());

const ask = async (query: string): Promise<SearchResult> => {
  const answer = await fetch(`${service.url}/v1/articles?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SearchResult;
};

test.each([
  ['negotiatoins fisheries', 'negotiations fisheries'],
  ['пререговоры', 'переговоры'],
  ['المفاوصات', 'المفاوضات'],
])('%s', async (q, meant) => {
  const { suggestion, total } = await ask(new URLSearchParams({ q }).toString());
  expect(total.count).toBe(0);
  expect(suggestion).toMatchObject({ q: meant, count: 1 });
});

test('nothing is proposed that the filters leave out', async () => {
  const { suggestion } = await ask('q=negotiatoins&from-date=2090');
  expect(suggestion).toBeNull();
});

test('nothing is proposed for what was found', async () => {
  expect((await ask('q=fisheries')).suggestion).toBeNull();
});
