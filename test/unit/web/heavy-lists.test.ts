import { describe, expect, test } from '@jest/globals';
import { valueFacetNames } from '../../../api/facets/names.ts';
import { searchSchema } from '../../../api/params/search.ts';
import { summarize } from '../../../api/search/hit.ts';
import type { Person } from '../../../api/search/people.ts';
import type { Facet, SearchResult } from '../../../api/search/result.ts';
import { timelineCsv, timelineNdjson } from '../../../api/timeline/rows.ts';
import { print } from '../../../api/web/markup.ts';
import { contextOf } from '../../../api/web/page.ts';
import { drawPersonPage } from '../../../api/web/pages/person-page.ts';
import { drawSearchPage } from '../../../api/web/pages/search-page.ts';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { peopleOf } from '../../../authorities/people/index.ts';
import { loadPlaces } from '../../../authorities/places/index.ts';
import { loadPublishers } from '../../../authorities/publishers/index.ts';
import { heavyDocuments } from '../../support/heavy-articles.ts';
import { leastCpu, longestHold, longestTurn } from '../../support/least-cpu.ts';

const agencies = loadAgencies();
const authorities = {
  agencies,
  people: peopleOf([]),
  places: loadPlaces(),
  publishers: loadPublishers(agencies),
};
/** As long as an address may be, and with signs that are written longer in HTML. */
const query = `"&<'"`.repeat(300);
const asset = {
  path: '/x.js',
  type: 'x',
  content: Buffer.from(''),
  packed: Buffer.from(''),
  integrity: 'sha256-x',
  version: 'x',
};
const context = contextOf(
  { given: 'en', accepted: undefined },
  {
    assets: { box: asset, script: asset, style: '', styleSource: '' },
    origin: 'https://search.example',
    path: '/',
    query: new URLSearchParams({ 'ui-lang': 'en', q: query, person: query, agency: query }),
    now: new Date(0),
    mails: true,
  },
);

/** As many options as a facet may have, each as long as a name may be. */
const facetOf = (options: number): Facet => ({
  unit: 'article',
  total: 1_000_000,
  missing: 5,
  exact: true,
  more: true,
  options: Array.from({ length: options }, (_, n) => ({
    value: `${n}`,
    label: `${n} ${'&<"'.repeat(60)}`,
    count: n,
    selected: n % 20 === 0,
    url: `/?q=${encodeURIComponent(query)}&person=${n}`,
  })),
});
const daysOf = (bars: number): Facet => ({
  ...facetOf(0),
  step: 'day',
  options: Array.from({ length: bars }, (_, n) => {
    const value = new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);
    return { value, label: value, count: n, selected: false, url: `/?from-date=${value}` };
  }),
});

const resultOf = (document: (typeof heavyDocuments)[number]): SearchResult => ({
  total: { count: 1_000_000, exact: true },
  description: query,
  results: Array.from({ length: 100 }, (_, n) =>
    summarize({ ...document, id: `${n}` }, { language: 'en' }, authorities),
  ),
  facets: {
    ...Object.fromEntries(valueFacetNames.map((name) => [name, facetOf(200)])),
    date: daysOf(1000),
  },
  choices: Array.from({ length: 20 }, (_, n) => ({
    parameter: 'q',
    name: 'Anna & Berg'.repeat(10),
    options: Array.from({ length: 50 }, () => ({
      id: `${n}`,
      label: 'Anna & Berg'.repeat(10),
      count: n,
      url: `/?q=${encodeURIComponent(query)}&person=${n}`,
    })),
  })),
  expansions: [],
  suggestion: null,
  links: { self: '/v1/articles', first: '/v1/articles', next: '/?page=2' },
  took: 1,
});

/** Somebody of whom a whole table of people could be made. */
const person: Person = {
  id: 'x',
  label: query,
  names: Object.fromEntries(
    ['en', 'zh', 'ar', 'ru', 'mul'].map((tag) => [
      tag,
      Array.from({ length: 2000 }, (_, n) => `Anna & Berg ${n}`),
    ]),
  ),
  roles: [],
  articles: 1_000_000,
  first: '2000-01-01',
  last: '2026-01-01',
  months: Array.from({ length: 1200 }, (_, n) => ({ month: `${1900 + Math.floor(n / 12)}-01`, count: n })),
  languages: [],
  together: Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, label: query, count: n })),
  url: '/v1/articles?person=x',
};
const network = {
  person: 'x',
  nodes: Array.from({ length: 51 }, (_, n) => ({
    id: `${n}`,
    label: query,
    articles: n,
    together: n,
    months: person.months,
  })),
  edges: [],
};
const roles = Array.from({ length: 500 }, (_, n) => ({
  office: 'minister',
  country: 'de',
  from: 1900 + (n % 100),
  to: null,
}));

test('a timeline of as many bars as there may be never holds the event loop', async () => {
  const bars = daysOf(4000).options.map(({ value }) => ({
    value,
    from: value,
    to: value,
    count: 1,
    all: 2,
    share: 0.5,
  }));
  const series = Array.from({ length: 10 }, (_, n) => ({
    q: `bridge ${n}`,
    by: null,
    total: 1,
    undated: 0,
    bars,
  }));
  const timeline = { interval: 'day', from: '2000-01-01', to: '2010-12-31', series } as const;
  const whole = { ...timeline, series: [...series] };
  expect((await timelineCsv(whole)).split('\r\n')).toHaveLength(1 + 40_000 + 1);
  expect(await longestTurn(() => timelineCsv(whole))).toBeLessThan(longestHold);
  expect(await leastCpu(() => timelineNdjson(whole))).toBeLessThan(longestHold);
  expect(await leastCpu(() => JSON.stringify(whole))).toBeLessThan(longestHold);
});

describe.each(heavyDocuments.map((document) => [document.id, document] as const))(
  'a hundred articles of 5 MB of %s, with as many facets as there can be',
  (_, document) => {
    const found = resultOf(document);

    test('the page of results never holds the event loop', async () => {
      const params = searchSchema.parse({ q: ['bridge'] });
      expect((await print(drawSearchPage(params, found, context))).length).toBeGreaterThan(100_000);
      expect(await leastCpu(() => print(drawSearchPage(params, found, context)))).toBeLessThan(longestHold);
    });

    test('nor does the page of a person', async () => {
      expect(
        await leastCpu(() =>
          print(drawPersonPage({ person, roles, found, written: found, network }, context)),
        ),
      ).toBeLessThan(longestHold);
    });
  },
);
