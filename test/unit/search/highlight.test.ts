import { describe, expect, test } from '@jest/globals';
import { preferredLanguages } from '../../../api/messages/index.ts';
import { parseQuery } from '../../../api/query/parse.ts';
import { explain } from '../../../api/search/explain.ts';
import { countDays } from '../../../api/search/facets/date-days.ts';
import { highlightedSuffixes } from '../../../api/search/highlight.ts';
import { buildTextQuery } from '../../../api/search/text-query.ts';
import { documentOf } from '../../support/documents.ts';

describe('forms of the text that highlights need', () => {
  test.each([
    ['fisheries agreement', []],
    ['"fisheries agreement"', ['.exact']],
    ['the of and', ['.exact']],
    ['fish*', ['.exact']],
    ['=fisheries', ['.exact']],
    ['fish NEAR/3 boat', ['.exact']],
    ['访问莫斯科', ['.bigram']],
    ['"访问莫斯科"', ['.exact', '.bigram']],
  ])('%s', (query, suffixes) => {
    const read = parseQuery(query);
    expect(read && highlightedSuffixes(read)).toEqual(suffixes);
  });
});

test('a score is told by its parts, the largest first', () => {
  const told = explain(7.5, { 'words:': 4, 'near:0': 0.25, 'near:1': 0.75, 'recency:': 0.5, 'phrase:': 0 });
  expect(told).toBe('score 7.50: its words 4.00, words near each other 1.00, how new it is 0.50');
  expect(explain(null, {})).toBe('in order of time');
});

test('clauses bear names only where a search is to be explained', () => {
  expect(JSON.stringify(buildTextQuery('fish talks', { match: 'all' }))).not.toContain('_name');
  expect(JSON.stringify(buildTextQuery('fish talks', { match: 'all', explain: true }))).toContain(
    '"_name":"near:0"',
  );
});

test('days and hours of a page are counted as Elasticsearch would', () => {
  const instant = {
    instant: '2019-12-19T23:03:00Z',
    day: '2019-12-20',
    printed: '',
    zone: 'publisher',
  } as const;
  const counts = countDays([
    documentOf({
      id: 'a',
      date: '2019-12-20',
      dateKind: 'updated',
      updated: { ...instant, precision: 'minute' },
    }),
    documentOf({
      id: 'b',
      date: '2019-12-20',
      dateKind: 'updated',
      updated: { ...instant, precision: 'day' },
    }),
    documentOf({ id: 'c', date: '2019-12-01', dateKind: 'published' }),
    documentOf({ id: 'd', date: null }),
  ]);
  expect(counts).toEqual({
    bars: {
      buckets: [
        { key_as_string: '2019-12-01', doc_count: 1 },
        { key_as_string: '2019-12-20', doc_count: 2 },
      ],
    },
    missing: { doc_count: 1 },
    year: { doc_count: 0, bars: { buckets: [] } },
    month: { doc_count: 0, bars: { buckets: [] } },
    published: { doc_count: 0, bars: { buckets: [] } },
    updated: { doc_count: 1, bars: { buckets: [{ key_as_string: '2019-12-19T23', doc_count: 1 }] } },
  });
});

test('a reader’s languages are those asked for, in order, at most four', () => {
  expect(preferredLanguages('ru', 'de-AT;q=0.5, fr, *;q=0.1')).toEqual(['ru', 'fr', 'de']);
  expect(preferredLanguages(undefined, 'a'.repeat(5000))).toEqual([]);
});
