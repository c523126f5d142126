import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SearchResult } from '../../../api/search/result.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'ru', 'ar', 'zh', 'el', 'hi', 'ko'] });
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
    documentOf({
      id: 'el',
      language: 'el',
      title: 'Διαπραγματεύσεις',
      body: 'Διαπραγματεύσεις για την αλιεία.',
    }),
    documentOf({ id: 'hi', language: 'hi', title: 'समझौता', body: 'मछली पकड़ने पर समझौता हुआ।' }),
    documentOf({ id: 'ko', language: 'ko', title: '어업협정', body: '어업협정 체결' }),
    documentOf({ id: 'zh', language: 'zh', title: '两国签署渔业协议', body: '两国签署渔业协议。' }),
  ]);
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const ask = async (query: string): Promise<SearchResult> => {
  const answer = await fetch(`${service.url}/v1/articles?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SearchResult;
};

test.each([
  ['negotiatoins fisheries', 'negotiations fisheries'],
  ['пререговоры', 'переговоры'],
  ['المفاوصات', 'المفاوضات'],
  // In the letters that an article prints, though they are found without accents.
  ['διαπραγμτεύσεις', 'διαπραγματεύσεις'],
  ['समझैता', 'समझौता'],
  ['어업협장', '어업협정'],
  ['渔业协义', '渔业协议'],
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
