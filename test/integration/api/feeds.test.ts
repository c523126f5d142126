import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentOf } from '../../support/documents.ts';
import { checkAtom } from '../../support/feeds/atom.ts';
import { checkJsonFeed } from '../../support/feeds/jsonfeed.ts';
import { checkRss } from '../../support/feeds/rss.ts';
import type { CheckedFeed } from '../../support/feeds/rules.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

/** What breaks feeds: mark-up, signs that XML forbids, no date, no title, no address, addresses that are none. */
const odd = [
  { id: 'plain', title: 'Bridge opens', date: '2024-05-01', url: 'https://paper.example/bridge?a=1&b=2' },
  {
    id: 'marked',
    title: '<b>Bridge</b> & "tunnel" ]]> \'both\'',
    body: '<script>alert(1)</script> &amp; bridge',
  },
  {
    id: 'controls',
    title: 'Bridge\u0000\u0008\u001f \ufffe 🌉 مرحبا',
    agency: ['xinhua'],
    people: ['Q57917', 'name:o’neill'],
  },
  { id: 'bare/id?#%', title: '', body: 'A bridge.', url: 'javascript:alert(1)' },
  { id: 'untold', title: 'Bridge', body: '', lead: '', url: 'no address' },
  {
    id: 'timed',
    title: 'Bridge at night',
    published: at('2024-05-02T21:30:00+03:00'),
    updated: at('2024-05-03T00:00:00Z'),
  },
  { id: 'old', title: 'Bridge of old', date: '0987-01-02' },
];

function at(instant: string) {
  return {
    instant,
    day: instant.slice(0, 10),
    printed: instant,
    precision: 'minute',
    zone: 'printed',
  } as const;
}

beforeAll(async () => {
  service = await startSearchService({ codes: ['en'] });
  await service.index([
    ...odd.map((one) => documentOf({ body: 'A bridge.', ...one })),
    ...Array.from({ length: 40 }, (_, n) =>
      documentOf({ id: `more-${n}`, title: `Bridge ${n}`, date: '2024-01-01' }),
    ),
  ]);
}, 120_000);

afterAll(() => service?.stop(), 60_000);

const formats: readonly (readonly [string, string, (text: string) => CheckedFeed])[] = [
  ['rss', 'application/rss+xml', checkRss],
  ['atom', 'application/atom+xml', checkAtom],
  ['jsonfeed', 'application/feed+json', checkJsonFeed],
];

describe.each(formats)('%s', (format, mediaType, check) => {
  const read = async (address: string): Promise<CheckedFeed> => {
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(mediaType);
    const text = await response.text();
    if (format !== 'jsonfeed') expect(text).not.toContain('<script>alert');
    return check(text);
  };

  test('is valid, whatever the articles hold; an empty one too', async () => {
    const feed = await read(`${service.url}/v1/articles.${format}?q=bridge&page-size=100`);
    expect(feed.faults).toEqual([]);
    expect(feed.ids).toHaveLength(odd.length + 40);
    const titles = feed.titles.join('\n');
    expect(titles).toContain('<b>Bridge</b> & "tunnel" ]]> \'both\'');
    expect(titles).toMatch(/🌉 مرحبا/u);
    expect((await read(`${service.url}/v1/articles.${format}?q=nowhere`)).faults).toEqual([]);
  });

  test('names itself, and its pages lead to every article once', async () => {
    const first = `${service.url}/v1/articles.${format}?q=bridge&page-size=15`;
    const ids: string[] = [];
    let pages = 0;
    for (let next: string | undefined = first; next !== undefined; pages += 1) {
      const feed: CheckedFeed = await read(next);
      expect(feed.faults).toEqual([]);
      // The address it gives for itself shows the same page.
      expect((await read(feed.links.self ?? '')).ids).toEqual(feed.ids);
      ids.push(...feed.ids);
      next = feed.links.next;
    }
    expect(pages).toBe(4);
    expect(new Set(ids).size).toBe(odd.length + 40);
    expect(ids).toHaveLength(odd.length + 40);
  });
});

test('a feed leads to a page that has facets and marks', async () => {
  const feed: unknown = await (await fetch(`${service.url}/v1/articles.jsonfeed?q=bridge`)).json();
  expect(feed).toMatchObject({ home_page_url: `${service.url}/?q=bridge&sort=newest` });
});

test('an article without a date is not news at every reading', async () => {
  const read = async () =>
    (await (await fetch(`${service.url}/v1/articles.atom?q=title:tunnel`)).text()).match(/<updated>[^<]*/g);
  const [feed, entry] = (await read()) ?? [];
  expect(entry).toBe('<updated>2024-01-01T00:00:00.000Z');
  expect(feed).toBe(entry);
});

test('the pages of an Atom feed have one id', async () => {
  const idOf = async (page: number) =>
    /<id>([^<]*)<\/id>/.exec(
      await (await fetch(`${service.url}/v1/articles.atom?q=bridge&page=${page}`)).text(),
    )?.[1];
  expect(await idOf(2)).toBe(await idOf(1));
});
