import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SuggestAnswer } from '../../../api/search/suggest-answer.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'de', 'ru', 'ar', 'zh', 'ja', 'ko', 'el', 'th'] });
  await service.index([
    documentOf({
      id: 'en-1',
      title: 'Keepers meet in Lisbon',
      body: 'The keepers of lighthouses met. A lighthouse was lit.',
      agency: ['reuters'],
      date: '2022-05-13',
    }),
    documentOf({ id: 'en-2', title: 'Lighthouse News', body: 'One lighthouse more.', agency: ['afp'] }),
    documentOf({ id: 'de', language: 'de', title: 'Treffen', body: 'Die Außenministerin sprach.' }),
    documentOf({
      id: 'ru',
      language: 'ru',
      title: 'Встреча',
      body: 'Прошли переговоры о ёлках.',
      people: ['dl:sergei-lavrov'],
    }),
    documentOf({ id: 'ar', language: 'ar', title: 'اجتماع', body: 'بدأت المفاوضات أمس.' }),
    documentOf({
      id: 'zh',
      language: 'zh',
      script: 'Hans',
      title: '外交部长会见记者',
      body: '曾小兰在里斯本说灯塔很好。',
      people: ['name:曾小兰'],
    }),
    documentOf({ id: 'ja', language: 'ja', title: '灯台の会議', body: '外務大臣が灯台守に会った。' }),
    documentOf({ id: 'ko', language: 'ko', title: '등대', body: '등대지기 회의가 열렸다.' }),
    documentOf({ id: 'el', language: 'el', title: 'Φάροι', body: 'Διαπραγματεύσεις για φάρους.' }),
  ]);
}, 180_000);
afterAll(() => service?.stop(), 180_000);

const suggest = async (parameters: Record<string, string>): Promise<SuggestAnswer> => {
  const answer = await fetch(`${service.url}/v1/suggest?${new URLSearchParams(parameters)}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SuggestAnswer;
};
const completionsOf = async (parameters: Record<string, string>): Promise<readonly string[]> =>
  (await suggest(parameters)).completions.map(({ q }) => q);

describe('the last word is completed', () => {
  test.each([
    ['lightho', ['lighthouse', 'lighthouses']],
    ['keepers of ligh', ['keepers of lighthouses', 'keepers of lighthouse']],
    ['aussenmin', ['Außenministerin']],
    ['перег', ['переговоры']],
    ['ел', ['ёлках']],
    ['المفاو', ['المفاوضات']],
    ['外交', ['外交部']],
    ['外交部长会', ['外交部长会见']],
    ['등대', ['등대지기']],
    ['διαπραγμ', ['Διαπραγματεύσεις']],
  ])('%s', async (q, expected) => {
    expect(await completionsOf({ q })).toEqual(expected);
  });

  test('with words that have results under the filters', async () => {
    expect(await completionsOf({ q: 'lightho', agency: 'afp' })).toEqual(['lighthouse']);
    expect(await completionsOf({ q: 'lightho', lang: 'ru' })).toEqual([]);
    expect(await completionsOf({ q: 'lightho', 'from-date': '2030' })).toEqual([]);
    for (const q of await completionsOf({ q: 'keepers of ligh' })) {
      const found = await fetch(`${service.url}/v1/articles?${new URLSearchParams({ q })}`);
      expect(await found.json()).toMatchObject({ total: { count: 1 } });
    }
  });

  test.each(['"lightho', 'lightho*', 'l', '-', 'title:ligh', `${'a '.repeat(60)}ligh`, '\u202elightho'])(
    'but not of %j',
    async (q) => {
      expect(await completionsOf({ q })).toEqual([]);
    },
  );
});

test('titles keep to the filters, too', async () => {
  expect((await suggest({ q: 'keepers', agency: 'reuters' })).articles).toHaveLength(1);
  expect((await suggest({ q: 'keepers', agency: 'afp' })).articles).toEqual([]);
  expect((await fetch(`${service.url}/v1/suggest?q=a&colour=red`)).status).toBe(400);
});

describe('Chinese names typed in pinyin', () => {
  test.each(['zengxiaolan', 'Zeng Xiaolan', 'zēng xiǎo lán', "zeng xiao'l"])('%s', async (q) => {
    expect(await suggest({ q, 'ui-lang': 'zh' })).toMatchObject({
      people: [
        {
          id: 'name:曾小兰',
          label: '曾小兰',
          url: `${service.url}/people/${encodeURIComponent('name:曾小兰')}`,
        },
      ],
    });
  });

  test('find somebody on record by the Chinese form as well', async () => {
    const { people } = await suggest({ q: 'lafuluofu', 'ui-lang': 'zh' });
    expect(people.map(({ label }) => label).join()).toContain('拉夫罗夫');
  });

  test('are what was meant, where a search finds nothing', async () => {
    const found = await fetch(`${service.url}/v1/articles?q=zengxiaolan`);
    expect(await found.json()).toMatchObject({ suggestion: { q: '曾小兰', count: 1 } });
  });
});

test('a name found in other letters than the reader’s is shown with the typed part marked', async () => {
  expect(await suggest({ q: '拉夫罗夫', 'ui-lang': 'en' })).toMatchObject({
    people: [{ label: 'Sergei Lavrov', match: [], found: { form: expect.stringContaining('拉夫罗夫') } }],
  });
});
