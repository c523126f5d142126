import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { findContainer } from '../../../chain/decode/decoders.ts';
import { decode, readDelivery } from '../../../chain/decode/index.ts';
import type { RawInput } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';

const input = (content: string, contentType = 'application/octet-stream'): RawInput => ({
  contentType,
  charset: null,
  content,
  given: {},
});
const read = (content: string, type?: string) => {
  const { title, paragraphs, given, format, url } = cleanArticle(
    decode({ id: 'j', revision: 1, input: input(content, type) }),
  );
  return { title, texts: paragraphs.map(({ text }) => text), agency: given.agency, format, url };
};

const wire =
  '\u0001zczc\r\nxyz0123 3 pl 123  dpa 0456\r\nOslo/\r\n\u0002Deich wird erhöht =\r\n\r\nOslo (dpa) - Der Deich wird erhöht.\r\n   Das teilte der Rat mit.\r\n\u0003 dpa ab\r\n041015 Mrz 24\r\n\u0004';
const item = (n: number) => ({
  id: `${n}`,
  url: `https://m.example/${n}`,
  title: `Salt &amp; pepper ${n}`,
  content_html: '<p>The bridge is open.</p><p>Ships came.</p>',
  date_published: '2026-11-27T10:00:00Z',
});
const jsonFeed = (...items: readonly object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Ministry', items });
const govUk = JSON.stringify({
  content_id: 'c1',
  base_path: '/government/news/dyke',
  document_type: 'press_release',
  title: 'Dyke is raised',
  locale: 'en',
  public_updated_at: '2026-11-27T10:00:00Z',
  details: { body: '<div class="govspeak"><p>The dyke is raised.</p><ul><li>Ships came.</li></ul></div>' },
});

describe('wires and JSON of others', () => {
  test('IPTC 7901: headline, agency and text between header and trailer', () => {
    for (const type of ['text/plain', 'application/vnd.iptc.7901'])
      expect(read(wire, type)).toMatchObject({
        format: 'iptc-7901',
        title: 'Deich wird erhöht',
        agency: ['dpa'],
        texts: ['Oslo (dpa) - Der Deich wird erhöht.', 'Das teilte der Rat mit.'],
      });
  });

  test('a JSON Feed comes apart, each item under its own id', async () => {
    const source = jsonFeed(item(1), item(2));
    const container = findContainer('application/json', () => source);
    const articles = await Array.fromAsync(container?.split(source) ?? []);
    expect(articles.map((one) => readDelivery(one.input))).toMatchObject([
      { id: 'm.example:1' },
      { id: 'm.example:2' },
    ]);
    expect(read(jsonFeed(item(3)), 'application/json')).toMatchObject({
      format: 'json-feed',
      title: 'Salt & pepper 3',
      url: 'https://m.example/3',
      texts: ['The bridge is open.', 'Ships came.'],
    });
    expect(readDelivery(input(source)).refused?.reason).toBe('several-articles');
  });

  test('GOV.UK content: text, address and order', () => {
    expect(read(govUk, 'application/json')).toMatchObject({
      format: 'gov-uk',
      title: 'Dyke is raised',
      url: 'https://www.gov.uk/government/news/dyke',
      texts: ['The dyke is raised.', 'Ships came.'],
    });
    expect(readDelivery(input(govUk))).toEqual({
      id: 'https://www.gov.uk/government/news/dyke',
      order: { by: 'modified', modified: '2026-11-27T10:00:00.000Z' },
    });
  });

  test('whatever comes ends in an article or a reason', () => {
    const seeds = fc.constantFrom(wire, jsonFeed(item(1)), govUk, '<NewsML><NewsItem></NewsItem></NewsML>');
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('{', '"', '\u0001', '\u0002', '<', ']]>', 'null', '[]'),
    );
    fc.assert(
      fc.property(seeds, fc.array(fc.tuple(fc.nat(900), piece), { maxLength: 8 }), (seed, changes) => {
        let text = seed;
        for (const [at, put] of changes) text = text.slice(0, at) + put + text.slice(at + put.length);
        readDelivery(input(text));
        try {
          read(text);
        } catch (error) {
          if (!(error instanceof RejectedArticle)) throw error;
        }
      }),
      { numRuns: process.env.DATELINE_LONG_TESTS === '1' ? 10_000 : 200 },
    );
  }, 600_000);
});

test.each([
  [
    'a field that is null is none',
    {
      uri: 'u',
      headline: 'Dyke',
      body_text: 'The dyke is raised.',
      byline: null,
      located: null,
      bodies: null,
    },
  ],
  ['a body of a name of its own', { uri: 'u', headline: 'Dyke', body_html: '<p>The dyke is raised.</p>' }],
])('ninjs: %s', (_name, story) => {
  expect(read(JSON.stringify(story), 'application/ninjs+json')).toMatchObject({
    title: 'Dyke',
    texts: ['The dyke is raised.'],
    format: 'ninjs',
  });
});
