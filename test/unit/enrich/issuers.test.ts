import { describe, expect, test } from '@jest/globals';
import { loadAuthorities } from '../../../authorities/load.ts';
import { findAgencies } from '../../../chain/enrich/agencies/index.ts';
import { splitDateline } from '../../../chain/enrich/datelines/index.ts';
import { findPublisher } from '../../../chain/enrich/publishers/index.ts';
import type { BlockZone, CleanArticle, Statement } from '../../../domain/article.ts';
import { createSharedTables } from '../../../domain/shared-tables.ts';
import { profileFor } from '../../../languages/index.ts';

const { agencies, places, publishers } = loadAuthorities({
  peopleTable: null,
  tables: createSharedTables(undefined),
});
const text = 'The harbour bridge reopened on Monday after three months of repairs, the office said.';

interface Page {
  readonly url: string | null;
  readonly language?: string;
  readonly lines?: readonly (readonly [BlockZone, string])[];
  readonly statements?: readonly Statement[];
}

const page = ({ url, lines = [], statements = [] }: Page): CleanArticle => ({
  id: 'a',
  revision: 1,
  given: {},
  format: 'html',
  url,
  statements,
  title: 'A title',
  paragraphs: [text, text].map((line) => ({ kind: 'text', text: line })),
  blocks: [...lines, ['body', text] as const, ['body', text] as const].map(([zone, line]) => ({
    text: line,
    tag: 'p',
    path: 'p',
    linkDensity: 0,
    datetimes: [],
    zone,
  })),
});

const agenciesOf = (source: Page): readonly string[] => {
  const clean = page(source);
  const profile = profileFor(source.language ?? 'en');
  const publisher = findPublisher(clean, publishers);
  const opening = splitDateline(clean, { profile, places, agencies });
  return findAgencies(clean, { profile, agencies, publisher, opening }).ids;
};

const named = (value: string): Statement => ({ from: 'meta', property: 'og:site_name', value });

describe('a page on which nobody is credited', () => {
  test.each([
    ['https://www.bmz.de/de/aktuelles/1', 'bmz-de'],
    ['https://www.fmprc.gov.cn/web/1.html', 'mfa-cn'],
    ['https://www.mext.go.jp/a', 'mext-jp'],
    ['https://economie.gouv.fr/a', 'economie-fr'],
    ['https://www.energy.gov/articles/1', 'energy-us'],
    ['https://www.gov.uk/a', 'gov-uk'],
    ['https://finance.ec.europa.eu/a', 'european-commission'],
  ])('is issued by the body whose site it is: %s', (url, id) => {
    expect(agenciesOf({ url })).toEqual([id]);
  });

  test('is issued by the body that its site is named after', () => {
    expect(agenciesOf({ url: 'https://press.example.gov.cn/1', statements: [named('商务部')] })).toEqual([
      'mofcom-cn',
    ]);
    expect(agenciesOf({ url: null, lines: [['before', 'U.S. Department of Energy']] })).toEqual([
      'energy-us',
    ]);
  });

  test('keeps the printed name of a body of no record', () => {
    expect(agenciesOf({ url: 'https://harbour.gov.xx/1', statements: [named('Harbour Board')] })).toEqual([
      'name:Harbour Board',
    ]);
  });

  test('has no issuer on the site of a firm', () => {
    expect(agenciesOf({ url: 'https://news.example/1', statements: [named('Harbour Board')] })).toEqual([]);
  });
});

test('a credited agency stands before the issuer, a department of the body beside it', () => {
  const url = 'https://www.fmprc.gov.cn/1';
  expect(agenciesOf({ url, language: 'zh', lines: [['credit', '来源：新华社']] })).toEqual(['xinhua']);
  expect(agenciesOf({ url, language: 'zh', lines: [['credit', '来源：驻某国使馆']] })).toEqual([
    'name:驻某国使馆',
    'mfa-cn',
  ]);
});

test('a site below a shared domain is a publisher of its own', () => {
  const idOf = (url: string): string | null => findPublisher(page({ url }), publishers).id;
  expect(idOf('https://www.fmprc.gov.cn/1')).toBe('fmprc.gov.cn');
  expect(idOf('https://www.gov.cn/1')).toBe('gov.cn');
  expect(idOf('https://harbour.gov.uk/1')).toBe('harbour.gov.uk');
});

test('several agencies in brackets behind the text are all credited, unnamed ones are nobody', () => {
  const lines = (line: string): Page => ({ url: null, language: 'es', lines: [['credit', line]] });
  expect(agenciesOf(lines('(Con información de AFP, EFE y Reuters)'))).toEqual(['afp', 'efe', 'reuters']);
  expect(agenciesOf({ url: null, language: 'ar', lines: [['credit', 'المصدر: وكالات']] })).toEqual([]);
});
