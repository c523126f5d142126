import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchResult } from '../../../api/search/result.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

const titled = (id: string, language: string, title: string, people: string[] = []) =>
  documentOf({ id, language, title, body: `${title}.`, people });

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'es', 'ru', 'de', 'cs', 'zh'] });
  const lavrov = service.services.authorities.people.findByName('Sergei Lavrov')[0]?.id ?? '';
  await service.index([
    titled('will', 'en', 'Will Carter opens the fair'),
    titled('ann', 'en', 'Ann Carter opens the fair'),
    titled('without', 'en', 'Port without tariff for grain'),
    titled('with', 'en', 'Port tariff for grain'),
    titled('state', 'es', 'El estado federal cierra el puerto'),
    titled('federal', 'es', 'La policía federal cierra el puerto'),
    titled('ru', 'ru', 'Лавров прибыл на переговоры', [lavrov]),
    titled('zh', 'zh', '谢尔盖·拉夫罗夫抵达', [lavrov]),
    titled('zh-Hant', 'zh', '颱風過後，碼頭開放'),
  ]);
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const ask = async (query: Record<string, string>): Promise<SearchResult> => {
  const answer = await fetch(`${service.url}/v1/articles?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SearchResult;
};

describe('every word is found, also one that a language leaves out of its index of forms', () => {
  test.each([
    ['Will Carter', ['will']],
    ['port without tariff', ['without']],
    ['tariff without', ['without']],
    ['estado federal', ['state']],
    ['the fair opens will', ['will']],
  ])('%s', async (q, ids) => {
    const { results } = await ask({ q, expand: 'none' });
    expect(results.map(({ id }) => id)).toEqual(ids);
  });
});

test('what an expansion found is marked where it prints the name', async () => {
  const { results } = await ask({ q: 'Sergei Lavrov' });
  const marked = Object.fromEntries(results.map(({ id, highlights }) => [id, highlights?.title?.[0]]));
  expect(marked.ru).toMatch(/^<mark>Лавров<\/mark>/);
  expect(marked.zh).toMatch(/<mark>.*拉.*<\/mark>/);
});

test.each(['颱風', '台风', '碼頭'])('marks of %s are not empty', async (q) => {
  const { results } = await ask({ q });
  const { title = [], body = [] } = results[0]?.highlights ?? {};
  const text = [...title, ...body].join('');
  expect(text).toMatch(/<mark>[^<]+<\/mark>/);
  expect(text).not.toContain('<mark></mark>');
});
