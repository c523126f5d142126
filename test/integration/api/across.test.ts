import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchResult } from '../../../api/search/result.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

const article = (id: string, language: string, title: string, body: string, date = '2024-03-05') =>
  documentOf({ id, language, title, body, lead: body, date, dateKind: 'published' });

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'de', 'ru', 'zh', 'ar', 'fr', 'und'] });
  await service.index([
    article('en', 'en', 'Nuclear talks resume', 'The ministers resumed the nuclear talks in Geneva.'),
    article(
      'de',
      'de',
      'Gespräche über Atomwaffen',
      'Die nuklearen Verhandlungen wurden in Genf wieder aufgenommen.',
    ),
    article('ru', 'ru', 'Переговоры в Женеве', 'Ядерные переговоры возобновились в Женеве.'),
    article('zh', 'zh', '核谈判恢复', '核谈判在日内瓦恢复。'),
    article('fr', 'fr', 'Le prix du pain', 'Le prix du pain augmente à Genève.'),
    article('trap', 'de', 'Was die Stadt plant', 'Was die Stadt in diesem Jahr plant, ist nicht bekannt.'),
    article('bank', 'de', 'Eine Bank im Park', 'Die neue Parkbank steht am Ufer des Flusses.'),
    article('named', 'ru', 'Встреча', 'Губернатор Залмуров прибыл на переправу.'),
    article('lender', 'de', 'Die Zentralbank', 'Die Bank senkt ihre Zinsen.'),
  ]);
});
afterAll(() => service.stop());

/** With a key: all these searches together cost more than an address without one may spend in a minute. */
const ask = (url: string) => fetch(url, { headers: { 'api-key': service.key } });
const find = async (query: string): Promise<SearchResult> => {
  const answer = await ask(`${service.url}/v1/articles?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SearchResult;
};
const ids = async (query: string): Promise<string[]> =>
  (await find(query)).results.map(({ id }) => id).sort();

describe('searching by translation', () => {
  test.each([
    ['q=nuclear talks', ['en']],
    ['q=nuclear talks&translate=none', ['en']],
    ['q=nuclear talks&translate=all', ['de', 'en', 'ru', 'zh']],
    ['q=nuclear talks&translate=ru,zh', ['en', 'ru', 'zh']],
    ['q=nuclear talks&translate=all&lang=de', ['de']],
    ['q=nuclear talks&translate=fr', ['en']],
    ['q=переговоры&translate=all', ['de', 'en', 'ru', 'zh']],
    ['q=谈判&translate=en,ru', ['en', 'ru', 'zh']],
    ['q=nuclear AND bread&translate=all', []],
    ['q=bread OR negotiations&translate=all', ['de', 'fr', 'ru', 'zh']],
    ['q=bread -price&translate=all', []],
    ['q="nuclear talks"&translate=all', ['de', 'en', 'ru', 'zh']],
    ['q=title:bread&translate=all', ['fr']],
    ['q=nuclear NEAR/3 talks&translate=ru', ['en', 'ru']],
    ['q==talks&translate=all', ['en']],
    ['q=Zalmurov&translate=all', ['named']],
    ['q=governor Zalmurov&translate=ru', ['named']],
    ['q=zalmurov&translate=ru', []],
    ['q=talks&translate=all&from-date=2025', []],
  ])('%s', async (query, expected) => {
    const found = await ids(encodeURI(query));
    expect(found.filter((id) => expected.includes(id))).toEqual(expected);
    if (expected.length === 0 || !query.includes('OR')) expect(found).toEqual(expected);
  });

  test('a query whose words leave some languages no translation is answered, not refused', async () => {
    const words = Array.from(
      { length: 46 },
      (_, n) => `Bundesregierungsvertreter${String.fromCharCode(97 + (n % 26))}${'abc'.repeat(n % 5)}`,
    );
    const languages = 'ar,cs,da,el,en,es,fa,fi,fr,he,hi,hu,id,it,ja,ko,nl,no,pl,pt,ru,sv,tr,uk';
    await find(`q=die+Regierung+${words.join('+')}&match=any&translate=${languages}`);
  });

  test('small words of the question find nothing by themselves', async () => {
    expect(await ids('q=what+is+the+bread&translate=all&match=any&lang=de')).not.toContain('trap');
  });

  test('the answer says what was searched, and each result what found it', async () => {
    const { translations, results, description } = await find('q=nuclear+talks&translate=ru&ui-lang=en');
    expect(description).toBe('2 articles about nuclear talks, with translations into Russian');
    expect(Object.fromEntries(results.map(({ id, found }) => [id, found]))).toEqual({
      en: 'words',
      ru: 'translation',
    });
    expect(translations?.every(({ language }) => language === 'ru')).toBe(true);
    expect(translations?.flatMap(({ terms }) => terms.map(({ term }) => term))).toContain('переговоры');
    expect(results.find(({ id }) => id === 'ru')?.highlights?.body?.join(' ')).toContain(
      '<mark>переговоры</mark>',
    );
  });

  test('a translation is dropped by its link', async () => {
    const { translations } = await find('q=bank&translate=de');
    const terms = translations?.flatMap((one) => one.terms) ?? [];
    expect(await ids('q=bank&translate=de')).toEqual(expect.arrayContaining(['bank', 'lender']));
    const drop = terms.find(({ term }) => term === 'Bank')?.off ?? '';
    const answer = await ask(new URL(drop, service.url).href);
    const { results, translations: left } = (await answer.json()) as SearchResult;
    expect(left?.flatMap((one) => one.terms.map(({ term }) => term))).not.toContain('Bank');
    // Under "Bank" alone nothing else would be found; the word itself stays in the query.
    expect(results.every(({ found }) => found === 'words' || found === 'translation')).toBe(true);
  });

  test('facets, export and feeds count what translations find', async () => {
    const { facets, total } = await find('q=talks&translate=ru,zh&facets=lang');
    expect(total.count).toBe(3);
    expect(Object.fromEntries(facets.lang?.options.map(({ value, count }) => [value, count]) ?? [])).toEqual({
      en: 1,
      ru: 1,
      zh: 1,
    });
    const exported = await (
      await ask(`${service.url}/v1/export?q=talks&translate=ru,zh&format=ndjson`)
    ).text();
    expect(exported.trim().split('\n')).toHaveLength(4);
    const feed = await (await ask(`${service.url}/v1/articles.jsonfeed?q=talks&translate=ru,zh`)).json();
    expect((feed as { items: unknown[] }).items).toHaveLength(3);
  });

  const hundred = (words: string): string =>
    Array.from({ length: 100 }, (_one, at) => words.split(' ')[at % words.split(' ').length]).join(' ');
  const manyWords =
    'war peace bread price river army budget election minister treaty border gas oil wheat strike court police fire flood earthquake hospital school teacher doctor soldier bank market trade export import';
  test.each([
    ['a word of one letter', 'a'],
    ['words of one letter in many scripts', 'a б α 中 ا ก א'],
    ['small words', 'the of and to in'],
    ['frequent words', 'say new year people government'],
    ['a mark without its letter', '\u0301a'],
    ['many scripts', 'мир peace 和平 سلام ειρήνη שלום สันติภาพ'],
    ['a hundred words', hundred(manyWords)],
    ['a hundred unknown words', Array.from({ length: 100 }, (_one, at) => `qx${at}zz`).join(' ')],
    ['a hundred words in phrases', `"${hundred(manyWords)}"`],
    ['a long run without spaces', '核谈判恢复'.repeat(10)],
    ['words near each other', 'war NEAR/5 peace'],
    ['excluded words', `peace ${manyWords.replaceAll(/(?<=^| )/gu, '-')}`],
  ])('stays bounded: %s', async (_what, words) => {
    for (const match of ['all', 'any']) {
      const query = new URLSearchParams({
        q: words,
        match,
        translate: 'all',
        facets: 'lang',
        'page-size': '1',
      });
      const { translations = [] } = await find(query.toString());
      expect(translations.flatMap((one) => one.terms).length).toBeLessThanOrEqual(300);
      expect(Math.max(0, ...translations.map((one) => one.terms.length))).toBeLessThanOrEqual(12);
      for (const path of ['articles.rss', 'articles.csv', 'export', 'timeline'])
        expect(
          (
            await ask(
              `${service.url}/v1/${path}?${new URLSearchParams({ q: words, match, translate: 'all' })}`,
            )
          ).status,
        ).toBeLessThan(500);
    }
  });

  test('all languages are those that the archive holds', async () => {
    const { translations = [] } = await find('q=peace&translate=all');
    expect([...new Set(translations.map(({ language }) => language))].sort()).toEqual([
      'de',
      'fr',
      'ru',
      'zh',
    ]);
  });

  test('a language that no dictionary has is refused by its form, or finds nothing more', async () => {
    expect((await ask(`${service.url}/v1/articles?q=talks&translate=DE`)).status).toBe(400);
    expect(await ids('q=talks&translate=xx')).toEqual(['en']);
  });
});
