import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchResult } from '../../../api/search/result.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'ru', 'zh', 'ar', 'he', 'th', 'fa'] });
  await service.index([
    documentOf({
      id: 'housing',
      title: 'Housing markets cool',
      body: 'The housing market cooled as mortgage rates rose.',
      agency: ['reuters'],
      date: '2019-05-01',
    }),
    documentOf({
      id: 'market',
      title: 'Fish market in new housing',
      body: 'A market for fish moved into housing by the quay.',
      agency: ['afp'],
      date: '2021-05-01',
    }),
    documentOf({
      id: 'capitals',
      title: 'COUNCIL DOES NOT VOTE AND CHAIR LEAVES',
      body: 'The council does not vote and the chair leaves.',
      agency: ['tass'],
      date: '2021-06-01',
    }),
    documentOf({ id: 'dashes', title: 'Ferry stops — then sails', body: 'It stopped, then sailed late.' }),
    documentOf({ id: 'ar', language: 'ar', title: 'حريق بالمطار', body: 'اندلع حريق بالمطار.' }),
    documentOf({ id: 'he', language: 'he', title: 'הנמל בחיפה', body: 'הנמל בחיפה נסגר.' }),
    documentOf({ id: 'th', language: 'th', title: 'โรงพยาบาลเด็ก', body: 'โรงพยาบาลเด็กเปิดแล้ว' }),
    documentOf({ id: 'ru', language: 'ru', title: 'Рынок жилья остыл', body: 'Рынок жилья остыл за год.' }),
    documentOf({ id: 'zh', language: 'zh', title: '房地产市场降温', body: '房地产市场降温，利率上升。' }),
  ]);
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const find = async (q: string): Promise<string[]> => {
  const answer = await fetch(`${service.url}/v1/articles?${new URLSearchParams({ q, expand: 'none' })}`);
  expect(answer.status).toBe(200);
  const { results } = (await answer.json()) as SearchResult;
  return results.map(({ id }) => id).sort();
};

describe('a phrase whose last word goes on', () => {
  test.each([
    ['"housing mark*"', ['housing']],
    ['"mortgage rat*"', ['housing']],
    ['"rates mortgag*"', []],
    ['title:"housing mark*"', ['housing']],
    ['body:"moved into hous*"', ['market']],
    ['«рынок жил*»', ['ru']],
    ['"地产市*"', ['zh']],
    ['"housing mark*" NEAR/4 rose', ['housing']],
  ])('%s', async (q, ids) => {
    expect(await find(q)).toEqual(ids);
  });
});

test.each([
  ['مطا*', ['ar']],
  ['חיפ*', ['he']],
  ['نم*', []],
  ['נמל*', ['he']],
  ['เด็ก*', ['th']],
  ['ferr*', ['dashes']],
])('a word begins behind the particles that are written onto it: %s', async (q, ids) => {
  expect(await find(q)).toEqual(ids);
});

describe('values in parentheses', () => {
  test.each([
    ['agency:(reuters OR afp)', ['housing', 'market']],
    ['agency:(Agence France-Presse OR TASS)', ['capitals', 'market']],
    ['market -agency:(reuters)', ['market']],
    ['date:(2019 OR 2021-06)', ['capitals', 'housing']],
    ['date:"2019"', ['housing']],
    ['lang:(zh OR ru)', ['ru', 'zh']],
  ])('%s', async (q, ids) => {
    expect(await find(q)).toEqual(ids);
  });
});

test.each([
  ['COUNCIL DOES NOT VOTE AND CHAIR LEAVES', ['capitals']],
  ['Ferry stops —then sails', ['dashes']],
  ['stopped –late', ['dashes']],
  ['council NOT chair', []],
])('%s', async (q, ids) => {
  expect(await find(q)).toEqual(ids);
});
