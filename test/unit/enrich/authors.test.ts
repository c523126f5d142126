import { expect, test } from '@jest/globals';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { loadPublishers } from '../../../authorities/publishers/index.ts';
import { findAuthors } from '../../../chain/enrich/authors.ts';
import type { CleanArticle } from '../../../domain/article.ts';

const agencies = loadAgencies();
const publishers = loadPublishers(agencies);

const article = (given: Partial<CleanArticle>): CleanArticle => ({
  id: 'a',
  revision: 1,
  given: {},
  format: 'html',
  url: null,
  statements: [],
  blocks: [],
  title: 'A title',
  paragraphs: [],
  ...given,
});

const stating = (value: string, property = 'author.name') =>
  article({ statements: [{ property, value, from: 'json-ld' }] });
const credited = (text: string) =>
  article({
    blocks: [{ text, tag: 'p', path: 'p', linkDensity: 0, datetimes: [], zone: 'credit' }],
  });
const authors = (clean: CleanArticle, language = 'en') =>
  findAuthors(clean, { language, agencies, publishers });

test.each([
  ['Jane Roe', 'en', ['name:jane roe']],
  ['By Jane Roe and John Doe', 'en', ['name:jane roe', 'name:john doe']],
  ['Von Anna Maria Beispiel', 'de', ['name:anna maria beispiel']],
  ['Jeanne Exemple, Paul Martin', 'fr', ['name:jeanne exemple', 'name:paul martin']],
  ['王小明', 'zh', ['name:王小明']],
  ['김철수', 'ko', ['name:김철수']],
  ['Xinhua', 'en', []],
  ['Reuters', 'en', []],
  ['https://example.org/people/7', 'en', []],
  ['Staff', 'en', []],
  ['newsroom@example.org', 'en', []],
])('structured data says %s (%s)', (value, language, expected) => {
  expect(authors(stating(value), language)).toEqual(expected);
});

test.each([
  ['By Jane Roe in Vienna', 'en', ['name:jane roe']],
  ['Reporting by Jane Roe; John Doe', 'en', ['name:jane roe', 'name:john doe']],
  ['Oleh: Budi Santoso', 'id', ['name:budi santoso']],
  ['Published on Tuesday', 'en', []],
  ['Jane Roe', 'en', []],
])('the byline %s (%s)', (line, language, expected) => {
  expect(authors(credited(line), language)).toEqual(expected);
});

test('what the sender says is believed; null says that nobody is named', () => {
  expect(authors({ ...stating('Jane Roe'), given: { author: ['The Desk', 'Ann Bell'] } })).toEqual([
    'name:the desk',
    'name:ann bell',
  ]);
  expect(authors({ ...stating('Jane Roe'), given: { author: null } })).toEqual([]);
});
