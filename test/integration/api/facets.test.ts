import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spanOf } from '../../../api/params/dates.ts';
import type { SearchResult } from '../../../api/search/result.ts';
import { intervals } from '../../../api/timeline/steps.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
const codes = ['en', 'zh', 'ru', 'ar', 'es', 'fr', 'de', 'ja'];
const PEOPLE = 6000;
const countries = ['FR', 'CN', 'RU', 'QA'];
const documents = makeDocuments(4000);
/** `npm run test:long` asks for ten times as many. */
const searches = process.env.DATELINE_LONG_TESTS ? 1000 : 100;

/**
 * A few people in many articles and thousands in one or two: more than a shard's list holds. One article in eight names
 * nobody.
 */
function makeDocuments(count: number): readonly ArticleDocument[] {
  let state = 17;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const drawn = (size: number): number => Math.floor(size ** random()) - 1;
  return Array.from({ length: count }, (_, number) =>
    documentOf({
      id: `d${number}`,
      title: `word${drawn(20)}`,
      body: `word${drawn(20)} word${drawn(20)}`,
      language: codes[drawn(codes.length + 1)] ?? 'en',
      agency: random() < 0.2 ? [] : [`agency${drawn(30)}`],
      people: number % 8 === 0 ? [] : people(number, drawn),
      authors: random() < 0.5 ? [] : [`name:writer ${drawn(12)}`],
      mentioned: countries.filter(() => random() < 0.3),
      country: random() < 0.2 ? null : (countries[drawn(countries.length + 1)] ?? null),
      publisher: random() < 0.3 ? null : `p${drawn(10)}.example`,
      date:
        random() < 0.1 ? null : `20${String(10 + drawn(10)).padStart(2, '0')}-0${1 + drawn(9)}-1${drawn(9)}`,
    }),
  );
}

function people(number: number, drawn: (size: number) => number): readonly string[] {
  const often = Array.from({ length: 1 + drawn(4) }, () => drawn(PEOPLE));
  const seldom = [(number * 2) % PEOPLE, (number * 2 + 1) % PEOPLE];
  return [...new Set([...often, ...seldom])].map((person) => `dl:person-${person}`);
}

beforeAll(async () => {
  service = await startSearchService({ codes, shards: 3 });
  await service.index(documents);
}, 180_000);

afterAll(() => service?.stop(), 180_000);

interface Chosen {
  readonly word: number | null;
  readonly agency: readonly string[];
  readonly person: readonly string[];
  readonly lang: readonly string[];
  readonly author: readonly string[];
  readonly mentions: readonly string[];
  readonly country: readonly string[];
  readonly year: number | null;
  readonly page: number;
  readonly interval: string;
}

const dimensions = ['agency', 'person', 'lang', 'author', 'mentions', 'country'] as const;
type Dimension = (typeof dimensions)[number] | 'date';

const valuesOf: Readonly<
  Record<Exclude<Dimension, 'date'>, (document: ArticleDocument) => readonly string[]>
> = {
  agency: ({ agency }) => agency,
  person: ({ people }) => people,
  lang: ({ language }) => [language],
  author: ({ authors }) => authors,
  mentions: ({ mentioned }) => mentioned,
  country: ({ country }) => (country === null ? [] : [country]),
};

const matches = (document: ArticleDocument, chosen: Chosen, without?: Dimension): boolean =>
  (chosen.word === null || `${document.title} ${document.body}`.split(' ').includes(`word${chosen.word}`)) &&
  dimensions.every(
    (name) =>
      name === without ||
      chosen[name].length === 0 ||
      chosen[name].some((value) => valuesOf[name](document).includes(value)),
  ) &&
  (without === 'date' || chosen.year === null || document.date?.startsWith(String(chosen.year)) === true);

const queryOf = (chosen: Chosen): URLSearchParams => {
  const query = new URLSearchParams({
    page: String(chosen.page),
    'page-size': '50',
    'facet-limit': '20',
    interval: chosen.interval,
    facets: [...dimensions, 'date'].join(),
  });
  if (chosen.word !== null) query.set('q', `word${chosen.word}`);
  for (const name of dimensions) for (const value of chosen[name]) query.append(name, value);
  if (chosen.year !== null) {
    query.set('from-date', String(chosen.year));
    query.set('to-date', String(chosen.year));
  }
  query.set('sort', 'newest');
  return query;
};

const some = (prefix: string, size: number) =>
  fc.uniqueArray(
    fc.nat(size - 1).map((number) => `${prefix}${number}`),
    { maxLength: 3 },
  );

const choices = fc.record({
  word: fc.option(fc.nat(12)),
  agency: some('agency', 12),
  person: fc.oneof(some('dl:person-', 30), some('dl:person-', PEOPLE)),
  lang: fc.subarray(codes, { maxLength: 2 }),
  author: some('name:writer ', 12),
  mentions: fc.subarray(countries, { maxLength: 2 }),
  country: fc.subarray(countries, { maxLength: 3 }),
  year: fc.option(fc.integer({ min: 2010, max: 2014 })),
  page: fc.integer({ min: 1, max: 2 }),
  interval: fc.constantFrom('auto', ...intervals),
});

/** More people than the lists of the shards hold, so that one search in any run is counted inexactly. */
const everything: Chosen = {
  word: null,
  agency: [],
  person: [],
  lang: [],
  author: [],
  mentions: [],
  country: [],
  year: null,
  page: 1,
  interval: 'auto',
};

test('the articles are as the figures ask', () => {
  expect(new Set(documents.flatMap(({ people }) => people)).size).toBeGreaterThan(5000);
  expect(new Set(documents.map(({ language }) => language)).size).toBe(8);
});

test(`totals, pages and exact facets of ${searches} random searches equal a count by hand`, async () => {
  const people = { exact: 0, inexact: 0 };
  await fc.assert(
    fc.asyncProperty(choices, async (chosen) => {
      const response = await fetch(`${service.url}/v1/articles?${queryOf(chosen)}`, {
        headers: { 'api-key': service.key },
      });
      const result = (await response.json()) as SearchResult;
      expect(response.status).toBe(200);
      const found = documents.filter((document) => matches(document, chosen));
      expect(result.total).toEqual({ count: found.length, exact: true });
      expect(result.results.map(({ id }) => id)).toEqual(pageOf(found, chosen.page));
      for (const name of dimensions) checkFacet(result, name, chosen);
      checkDates(result, chosen);
      people[result.facets.person?.exact ? 'exact' : 'inexact'] += 1;
    }),
    { numRuns: searches, examples: [[everything]] },
  );
  // Neither is empty talk: lists that are cut say so, and most are not.
  expect(people.exact).toBeGreaterThan(searches / 2);
  expect(people.inexact).toBeGreaterThan(0);
}, 900_000);

const pageOf = (found: readonly ArticleDocument[], page: number): string[] =>
  [...found]
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (a.id < b.id ? -1 : 1))
    .slice((page - 1) * 50, page * 50)
    .map(({ id }) => id);

const checkFacet = (result: SearchResult, name: (typeof dimensions)[number], chosen: Chosen): void => {
  const under = documents.filter((document) => matches(document, chosen, name));
  const facet = result.facets[name];
  expect(facet?.total).toBe(under.length);
  expect(facet?.missing).toBe(under.filter((document) => valuesOf[name](document).length === 0).length);
  const options = facet?.options ?? [];
  for (const value of chosen[name])
    expect(options.find((option) => option.value === value)?.selected).toBe(true);
  for (const { value, count, selected } of options)
    if (facet?.exact || selected)
      expect([value, count]).toEqual([
        value,
        under.filter((document) => valuesOf[name](document).includes(value)).length,
      ]);
};

/** Bars lie inside the asked range and count what is in them, the empty ones too; they sum up to what has a date. */
const checkDates = (result: SearchResult, chosen: Chosen): void => {
  const days = documents.flatMap((document) =>
    matches(document, chosen) && document.date !== null ? [document.date] : [],
  );
  const bars = (result.facets.date?.options ?? []).map(({ count, url }) => {
    const range = new URL(url, service.url).searchParams;
    return {
      count,
      from: spanOf(range.get('from-date') ?? '')?.from ?? '',
      to: spanOf(range.get('to-date') ?? '')?.to ?? '',
    };
  });
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
  for (const { count, from, to } of bars)
    expect([from, to, count]).toEqual([from, to, days.filter((day) => day >= from && day <= to).length]);
  for (const [index, { from }] of bars.entries())
    if (index > 0) expect(Date.parse(from) - Date.parse(bars[index - 1]?.to ?? '')).toBe(86_400_000);
  if (chosen.year !== null)
    expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([`${chosen.year}-01-01`, `${chosen.year}-12-31`]);
};
