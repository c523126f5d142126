import { expect, test } from '@jest/globals';
import { budgets, chargeAnswer, costOf, costOfTimeline, fixedCosts } from '../../../api/access/cost.ts';
import { subnetsOf } from '../../../api/access/subnets.ts';
import { createUnknownKeys } from '../../../api/access/unknown-keys.ts';
import { routes } from '../../../api/routes/index.ts';
import { costOfArticlePage, costOfPersonPage, costOfSearchPage } from '../../../api/web/page-searches.ts';

const cost = (given: Record<string, string>): number => costOf(new URLSearchParams(given));

test('a search of a few words with all facets fits six hundred times into a minute', () => {
  expect(cost({ q: 'peace talks vienna' }) * 600).toBeLessThan(budgets.anonymous);
  expect(cost({ q: '外长在维也纳会见记者' }) * 600).toBeLessThan(budgets.anonymous);
});

test('what is dear to search costs more', () => {
  const simple = cost({ q: 'harbour', facets: '' });
  const words = Array.from({ length: 100 }, (_, n) => `word${n}`).join(' OR ');
  expect(cost({ q: words, facets: '' })).toBeGreaterThan(simple * 30);
  expect(cost({ q: 'ha* po* sh*', facets: '' })).toBeGreaterThan(simple * 5);
  expect(cost({ q: 'harbour', facets: 'agency,person', 'facet-limit': '2000' })).toBeGreaterThan(simple * 8);
  expect(cost({ q: 'harbour', facets: '', 'page-size': '100' })).toBeGreaterThan(simple + 3);
  expect(cost({ q: '((', 'page-size': 'NaN' })).toBeGreaterThan(0);
});

test('translations of words are paid for, and each query of a timeline', () => {
  const words = { q: 'harbour lighthouse storm', facets: '' };
  expect(cost({ ...words, translate: 'all' })).toBeGreaterThan(cost(words) * 1.5);
  expect(cost({ ...words, translate: 'none' })).toBe(cost(words));
  expect(cost({ ...words, translate: 'all' })).toBeGreaterThan(cost({ ...words, translate: 'de,fr' }));
  expect(cost({ ...words, translate: 'fr,fr,fr' })).toBe(cost({ ...words, translate: 'fr' }));
  const timeline = (query: string): number => costOfTimeline(new URLSearchParams(query));
  const long = `q=${Array.from({ length: 100 }, (_, n) => `word${n}`).join(' OR ')}`;
  expect(timeline(long)).toBeGreaterThan(100);
  expect(timeline(Array.from({ length: 10 }, () => long).join('&'))).toBeGreaterThan(1000);
  expect(timeline('q=harbour&timeline-by=agency')).toBeGreaterThan(timeline('q=harbour') * 2);
});

test('a page costs as much as the requests of the API that it makes', () => {
  const alike = { like: 'x', facets: '', 'page-size': '5' };
  expect(costOfArticlePage()).toBeGreaterThanOrEqual(fixedCosts.copies + cost(alike));
  const [naming, written] = [
    { person: 'x', facets: 'date' },
    { author: 'x', facets: '', 'page-size': '10' },
  ];
  expect(costOfPersonPage()).toBeGreaterThanOrEqual(
    fixedCosts.person + fixedCosts.network + cost(naming) + cost(written),
  );
  const words = { q: 'harbour lighthouse storm' };
  expect(costOfSearchPage(new URLSearchParams(words))).toBeGreaterThan(
    cost(words) + cost({ ...words, translate: 'all', facets: 'lang', 'page-size': '0' }) - 1,
  );
});

test('every route that is open to everybody costs something, or has limits of its own', () => {
  const free = routes.filter(({ scope, cost }) => !scope && !cost).map(({ path }) => path);
  // Resumed by a token that was paid for; its own rate; a token of an alert.
  expect(free.sort()).toEqual(['/v1/alerts/{id}/feed', '/v1/export/{token}', '/v1/suggest']);
});

test('a search by e-mail costs what its words may cost, wherever they stand', () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' OR ');
  expect(fixedCosts.written).toBeGreaterThan(cost({ q: words, facets: '' }));
});

test('a long answer is charged when it is sent, a short one is not', () => {
  const charged: number[] = [];
  const response = { locals: { charge: (units: number) => void charged.push(units) } };
  for (const bytes of [10_000, 5_000_000]) chargeAnswer(response, bytes);
  chargeAnswer({ locals: {} }, 5_000_000);
  expect(charged).toEqual([100]);
});

test('addresses are counted by their subnets', () => {
  expect(subnetsOf('192.0.2.7')).toEqual(subnetsOf('192.0.2.200'));
  expect(subnetsOf('::ffff:192.0.2.7')).toEqual(subnetsOf('192.0.2.9'));
  expect(subnetsOf('192.0.2.7').narrow).not.toBe(subnetsOf('192.0.3.7').narrow);
  expect(subnetsOf('2001:db8:1:2::1')).toEqual(subnetsOf('2001:db8:1:2:ffff::9'));
  expect(subnetsOf('2001:db8:1:2::1').narrow).not.toBe(subnetsOf('2001:db8:1:3::1').narrow);
  expect(subnetsOf('2001:db8:1:2::1').wide).toBe(subnetsOf('2001:db8:1:3::1').wide);
});

test('after thirty unknown keys none is looked up, for that subnet and that minute', () => {
  let now = 0;
  const keys = createUnknownKeys(() => new Date(now));
  for (let n = 0; n < 30; n += 1) {
    keys.admit('192.0.2.1');
    keys.note('192.0.2.1');
  }
  expect(() => keys.admit('192.0.2.2')).toThrow('too many unknown keys');
  expect(() => keys.admit('198.51.100.1')).not.toThrow();
  now = 60_001;
  expect(() => keys.admit('192.0.2.1')).not.toThrow();
});
