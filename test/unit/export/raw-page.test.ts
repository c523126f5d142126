import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineFormats, writeLines } from '../../../api/export/lines.ts';
import { splitPage } from '../../../api/export/raw-page.ts';
import { withAbsolutePage } from '../../../api/render/absolute.ts';
import { toArticle } from '../../../api/search/article.ts';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { peopleOf } from '../../../authorities/people/index.ts';
import { loadPlaces } from '../../../authorities/places/index.ts';
import { loadPublishers } from '../../../authorities/publishers/index.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { readConfig } from '../../../platform/config.ts';
import { documentOf } from '../../support/documents.ts';

const agencies = loadAgencies();
const authorities = {
  agencies,
  // A label that has to be escaped, and others for other readers.
  people: peopleOf([
    {
      id: 'Q1',
      country: null,
      roles: [],
      names: [
        { form: 'Ada "Countess" Beta', language: 'en', kind: 'official' },
        { form: 'Ада Бета', language: 'ru', kind: 'official' },
      ],
    },
  ]),
  places: loadPlaces(),
  publishers: loadPublishers(agencies),
};
const origin = 'https://news.example';
const services = { authorities, config: readConfig({ DATELINE_PUBLIC_URL: origin }) };
const reader = { language: 'en', path: '/v1/articles' };
const readers = [reader, { language: 'ru', path: '/v1/articles' }];

/** Text that looks like what pages are cut at. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"_source":{',
        '},"sort":[',
        ',"body":"',
        ',"body":""',
        '\\',
        '\\"',
        '"',
        '},',
        '\u2028',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const documents = fc.array(
  fc.record({
    given: fc.record({ id: fc.string({ minLength: 1 }), title: awkward, body: awkward, url: awkward }),
    lead: fc.oneof(
      awkward,
      fc.string({ unit: 'grapheme', minLength: 95, maxLength: 110 }).map((text) => text.repeat(3)),
    ),
    name: awkward,
    people: fc.array(
      fc.oneof(
        awkward.map((text) => `name:${text}`),
        fc.constant('Q1'),
      ),
      { maxLength: 3 },
    ),
    mentioned: fc.constantFrom('name:', 'Q1'),
    place: fc.option(awkward),
  }),
  { maxLength: 5 },
);

const answerWith = (found: readonly ArticleDocument[], failed = 0): Buffer =>
  Buffer.from(
    JSON.stringify({
      took: 1,
      timed_out: false,
      _shards: { total: 3, successful: 3 - failed, skipped: 0, failed },
      hits: {
        max_score: null,
        hits: found.map((document, at) => ({
          _index: 'articles-en',
          _id: document.id,
          _score: null,
          _source: document,
          sort: [at + 7],
        })),
      },
    }),
  );

test('a page that is passed on in its own bytes says what reading it would say', () => {
  fc.assert(
    fc.property(documents, (drawn) => {
      const found = drawn.map(({ given, lead, name, people, mentioned, place }) =>
        documentOf({
          ...given,
          lead,
          people,
          agency: ['xinhua'],
          publisher: place,
          dateline: place === null ? null : { place, printed: place, date: null },
          mentions: [
            {
              id: mentioned === 'Q1' ? mentioned : `name:${name}`,
              name,
              roles: [name],
              mentions: [{ field: 'body', start: 1, end: 2 }],
            },
          ],
        }),
      );
      const page = splitPage(answerWith(found));
      expect(page.after).toEqual(found.length > 0 ? [found.length + 6] : null);
      for (const each of readers) {
        const written = Buffer.concat([
          ...writeLines(page.sources, lineFormats.ndjson.open(each, services)),
        ]).toString();
        const expected = found.map((document) =>
          JSON.stringify(withAbsolutePage(toArticle(document, each, services), origin)),
        );
        expect(written).toBe(expected.map((line) => `${line}\n`).join(''));
      }
    }),
  );
});

test.each(['ndjson', 'csv'] as const)('%s: fields are found in whatever order they stand', (format) => {
  const write = lineFormats[format].open(reader, services);
  const { body, received, ...rest } = documentOf({
    id: 'a b',
    title: '"',
    agency: ['xinhua'],
    body: 'A "text"',
  });
  const lines = [
    { received, ...rest, body },
    { body, ...rest, received },
  ].map((document) =>
    Buffer.concat([...writeLines([Buffer.from(JSON.stringify(document))], write)]).toString(),
  );
  expect(lines[0]).toBe(lines[1]);
  expect(lines[0]).toContain('Xinhua');
});

test('a document that lacks a field is read whole, as one that is not written compactly', () => {
  const write = lineFormats.ndjson.open(reader, services);
  const { url: _, ...document } = documentOf({ id: 'a' });
  const written = [JSON.stringify(document), JSON.stringify(documentOf({ id: 'a' }), null, 1)].map(
    (source) => write(Buffer.from(source)).text,
  );
  expect(written.map((line) => JSON.parse(line).id)).toEqual(['a', 'a']);
  const whole = withAbsolutePage(toArticle(documentOf({ id: 'a' }), reader, services), origin);
  expect(JSON.parse(written[1] ?? '')).toEqual(JSON.parse(JSON.stringify(whole)));
});

test('an answer that is not whole is none', () => {
  expect(() => splitPage(answerWith([], 1))).toThrow('1 of 3 shards failed');
  expect(() => splitPage(Buffer.from('{"hits":{"hits":[{"_source":{"id":"a"}'))).toThrow();
});
