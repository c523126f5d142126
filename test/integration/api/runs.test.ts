import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

const article = (id: string, language: string, body: string) =>
  documentOf({ id, language, title: '—', body });

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'zh', 'ja', 'ko', 'th'] });
  await service.index([
    article('zh-whole', 'zh', '会议讨论国家安全问题。'),
    article('zh-parts', 'zh', '国家领导人谈食品安全。'),
    article('zh-signs', 'zh', '全家安度国庆。'),
    article('zh-other', 'zh', '中国外交部部长会见美国客人。'),
    article('zh-sentence', 'zh', '昨日，花莲发生地震，救援人员赶到现场。'),
    article('ja-verb', 'ja', '首相が寿司を食べた。'),
    article('ja-other', 'ja', '食事の前に首相が話した。'),
    article('ko-particle', 'ko', '대통령이 국가안보를 말했다.'),
    article('ko-other', 'ko', '국가는 안전을 원한다.'),
    article('en-han', 'en', 'The sign says 国家安全 in red.'),
  ]);
}, 120_000);

afterAll(() => service.stop());

const find = async (q: string, parameters: Record<string, string> = {}) => {
  const query = new URLSearchParams({ q, expand: 'none', ...parameters });
  const answer = await fetch(`${service.url}/v1/articles?${query}`);
  expect(answer.status).toBe(200);
  const { results } = (await answer.json()) as {
    results: { id: string; highlights?: { body?: readonly string[] } }[];
  };
  return results;
};
const idsOf = async (q: string, parameters = {}) => (await find(q, parameters)).map(({ id }) => id).sort();

describe('signs written together', () => {
  test.each([
    ['国家安全', ['en-han', 'zh-whole']],
    ['title:国家安全', []],
    ['body:国家安全', ['en-han', 'zh-whole']],
    ['中美', []],
    ['外长', []],
    ['国家 安全', ['en-han', 'zh-parts', 'zh-whole']],
    ['国', ['en-han', 'zh-other', 'zh-parts', 'zh-signs', 'zh-whole']],
    ['食べる', ['ja-verb']],
    ['국가안보', ['ko-particle']],
    ['대통령', ['ko-particle']],
    ['대통령은', ['ko-particle']],
  ])('%s finds what holds it', async (q, ids) => {
    expect(await idsOf(q)).toEqual(ids);
  });

  test('a sentence finds what holds each of its words', async () => {
    expect(await idsOf('花莲地震救援现场')).toEqual(['zh-sentence']);
  });

  test('marks the run alone', async () => {
    const [first] = await find('国家安全', { lang: 'zh' });
    expect(first?.highlights?.body?.join('')).toContain('会议讨论<mark>国家安全</mark>问题');
  });
});
