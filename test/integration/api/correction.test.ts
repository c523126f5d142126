import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SearchResult } from '../../../api/search/result.ts';
import { indexNames } from '../../../mappings/names.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'ru', 'ar', 'zh', 'ja', 'el', 'hi', 'ko'] });
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
    documentOf({ id: 'zh-Hant', language: 'zh', title: '鐵路誤點', body: '鐵路誤點，旅客滯留機場。' }),
    documentOf({ id: 'ja', language: 'ja', title: '港で会議', body: '港で会議が開かれ、代表が発言した。' }),
    ...['first', 'second'].map((copy) =>
      documentOf({
        id: `copy-${copy}`,
        title: 'Lighthouse keeper retires',
        body: 'A lighthouse keeper retires.',
        story: 'one-story',
      }),
    ),
  ]);
}, 180_000);

afterAll(() => service?.stop(), 180_000);

/** Indices of Chinese and Japanese cut these into different texts, of which one suggester cannot be asked. */
test.each(['颱風預報', '國際機關', 'がいむしょう', 'ビザンティン', '飲み込む', '港灣解散', 'ガス'])(
  'nothing found of %s is an answer',
  async (q) => {
    expect((await ask(new URLSearchParams({ q }).toString())).total.count).toBe(0);
  },
);

test.each([
  'negotiatoins AND fisheries',
  'negotiatoins -war',
  '"negotiatoins"',
  'title:negotiatoins',
  'negotiatoin*',
  'negotiatoins OR fisheris',
])('nothing is proposed for operators: %s', async (q) => {
  expect((await ask(new URLSearchParams({ q }).toString())).suggestion).toBeNull();
});

test.each(['', '&collapse=story'])('the count is what the link finds: %s', async (rest) => {
  const { suggestion } = await ask(`q=lighthuose+keeper${rest}`);
  const found = await ask(suggestion?.url.split('?')[1] ?? '');
  expect(suggestion?.count).toBe(rest === '' ? 2 : 1);
  expect(found.total.count).toBe(suggestion?.count);
});

test('a language whose suggester fails takes nothing from the others', async () => {
  const { elasticsearch, config } = service.services;
  const names = indexNames(config.prefix);
  await elasticsearch.indices.create({
    index: `${config.prefix}-articles-broken`,
    aliases: { [names.readingOf('fr')]: {} },
  });
  const { suggestion } = await ask('q=negotiatoins+fisheries');
  expect(suggestion).toMatchObject({ q: 'negotiations fisheries', count: 1 });
});

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
