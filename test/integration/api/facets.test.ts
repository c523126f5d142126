import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spanOf } from '../../../api/params/dates.ts';
import type { SearchResult } from '../../../api/search/result.ts';
import { type Timeline, timelineSchema } from '../../../api/timeline/schema.ts';
import { intervals } from '../../../api/timeline/steps.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { firstDayOf } from '../../../domain/partial-dates.ts';
import {
  type Chosen,
  choices,
  collected,
  countedCodes,
  type Dimension,
  dimensions,
  documents,
  everything,
  hasPlaceIn,
  matches,
  queryOf,
  valuesOf,
} from '../../support/counted-archive.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
let collection: string;
/** `npm run test:long` asks for ten times as many. */
const searches = process.env.DATELINE_LONG_TESTS ? 1000 : 100;
const timelines = process.env.DATELINE_LONG_TESTS ? 1000 : 30;

beforeAll(async () => {
  service = await startSearchService({ codes: countedCodes, shards: 3 });
  await service.index(documents);
  const made = await fetch(`${service.url}/v1/collections`, {
    method: 'POST',
    headers: { 'api-key': service.key, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Counted', ...collected }),
  });
  const { id } = (await made.json()) as { readonly id: string };
  collection = id;
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const get = (path: string, query: URLSearchParams) =>
  fetch(`${service.url}${path}?${query}`, { headers: { 'api-key': service.key } });

test('the articles are as the figures ask', () => {
  expect(new Set(documents.flatMap(({ people }) => people)).size).toBeGreaterThan(5000);
  expect(new Set(documents.map(({ language }) => language)).size).toBe(8);
});

test(`totals, pages and exact facets of ${searches} random searches equal a count by hand`, async () => {
  const people = { exact: 0, inexact: 0 };
  const asked = fc.record({
    chosen: choices,
    page: fc.integer({ min: 1, max: 2 }),
    interval: fc.constantFrom('auto', ...intervals),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ chosen, page, interval }) => {
      const query = queryOf(chosen, collection);
      for (const [name, value] of [
        ['page', String(page)],
        ['page-size', '50'],
        ['facet-limit', '20'],
        ['interval', interval],
        ['facets', [...dimensions, 'date'].join()],
        ['sort', 'newest'],
      ] as const)
        query.set(name, value);
      const response = await get('/v1/articles', query);
      const result = (await response.json()) as SearchResult;
      expect([response.status, response.status === 200 ? '' : result]).toEqual([200, '']);
      const found = documents.filter((document) => matches(document, chosen));
      expect(result.total).toEqual({ count: found.length, exact: true });
      expect(result.results.map(({ id }) => id)).toEqual(pageOf(found, page));
      for (const name of dimensions) checkFacet(result, name, chosen);
      checkDates(result, chosen);
      people[result.facets.person?.exact ? 'exact' : 'inexact'] += 1;
    }),
    // More people than the lists of the shards hold, so that one search in any run is counted inexactly.
    {
      numRuns: searches,
      endOnFailure: true,
      examples: [[{ chosen: everything, page: 1, interval: 'auto' }]],
    },
  );
  // Neither is empty talk: lists that are cut say so, and most are not.
  expect(people.exact).toBeGreaterThan(searches / 2);
  expect(people.inexact).toBeGreaterThan(0);
}, 900_000);

test(`${timelines} random timelines and their shares equal a count by hand`, async () => {
  const splits = ['agency', 'lang', 'author', 'mentions', 'country', 'publisher'] as const;
  const asked = fc.record({
    chosen: choices,
    other: fc.option(fc.nat(12)),
    interval: fc.constantFrom('auto', 'week', 'month', 'quarter', 'year'),
    by: fc.option(fc.constantFrom(...splits)),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ chosen, other, interval, by }) => {
      const query = queryOf(chosen, collection);
      query.set('interval', interval);
      if (other !== null && chosen.word !== null) query.append('q', `word${other}`);
      if (by) query.set('timeline-by', by);
      const response = await get('/v1/timeline', query);
      const answer: unknown = await response.json();
      expect([response.status, response.status === 200 ? '' : answer]).toEqual([200, '']);
      checkTimeline(timelineSchema.parse(answer), chosen);
    }),
    { numRuns: timelines },
  );
}, 900_000);

const pageOf = (found: readonly ArticleDocument[], page: number): string[] =>
  [...found]
    .sort((a, b) => firstOf(b).localeCompare(firstOf(a)) || (a.id < b.id ? -1 : 1))
    .slice((page - 1) * 50, page * 50)
    .map(({ id }) => id);

const firstOf = ({ date }: ArticleDocument): string => (date === null ? '' : firstDayOf(date));

const checkFacet = (result: SearchResult, name: Dimension, chosen: Chosen): void => {
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

interface Counted {
  readonly from: string;
  readonly to: string;
}

/** Articles of a list that a bar must count. */
const countIn = (list: readonly ArticleDocument[], { from, to }: Counted, step: string): number =>
  list.filter((document) => {
    const first = firstOf(document);
    return hasPlaceIn(document.date, step) && first >= from && first <= to;
  }).length;

/** No step is left out: each begins on the day after the one before it. */
const checkSteps = (bars: readonly Counted[], chosen: Chosen): void => {
  for (const [index, { from }] of bars.entries())
    if (index > 0) expect(Date.parse(from) - Date.parse(bars[index - 1]?.to ?? '')).toBe(86_400_000);
  if (chosen.dates && bars.length > 0)
    expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([
      spanOf(chosen.dates.from)?.from,
      spanOf(chosen.dates.to)?.to,
    ]);
};

/** Bars lie inside the asked range and count what is in them, the empty ones too; they sum up to what has such a date. */
const checkDates = (result: SearchResult, chosen: Chosen): void => {
  const found = documents.filter((document) => matches(document, chosen));
  const { date } = result.facets;
  const step = date?.step ?? '';
  const bars = (date?.options ?? []).map(({ count, url }) => {
    const range = new URL(url, service.url).searchParams;
    return {
      count,
      from: spanOf(range.get('from-date') ?? '')?.from ?? '',
      to: spanOf(range.get('to-date') ?? '')?.to ?? '',
    };
  });
  const sum = bars.reduce((all, { count }) => all + count, 0);
  expect(sum).toBe(found.filter((document) => hasPlaceIn(document.date, step)).length);
  expect(sum + (date?.missing ?? 0)).toBe(found.length);
  for (const { count, from, to } of bars)
    expect([from, to, count]).toEqual([from, to, countIn(found, { from, to }, step)]);
  checkSteps(bars, chosen);
};

const checkTimeline = ({ series, interval, ...range }: Timeline, chosen: Chosen): void => {
  const step = interval ?? '';
  const dates = { from: range.from ?? '', to: range.to ?? '' };
  const published = documents.filter((document) => matches(document, { ...everything, dates }));
  for (const { q, by, bars, total, undated } of series) {
    const asked = { ...chosen, word: q === '' ? null : Number(q.slice('word'.length)) };
    const name = dimensions.find((dimension) => dimension === by?.name);
    const found = documents.filter(
      (document) => matches(document, asked) && (!name || valuesOf[name](document).includes(by?.value ?? '')),
    );
    expect([q, by, total]).toEqual([q, by, found.length]);
    for (const bar of bars) {
      const [count, all] = [countIn(found, bar, step), countIn(published, bar, step)];
      const share = all === 0 ? null : Math.round((count / all) * 1e6) / 1e6;
      expect([q, by, bar]).toEqual([q, by, { ...bar, count, all, share }]);
    }
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(total - undated);
    checkSteps(bars, chosen);
  }
};
