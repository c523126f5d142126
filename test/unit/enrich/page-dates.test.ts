import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';
import { chooseDate, findDates } from '../../../chain/enrich/dates/index.ts';
import { profileFor } from '../../../languages/index.ts';

const sentence =
  'The council of the town agreed on Tuesday to rebuild the bridge over the river, which had been closed since the flood.';
const text = Array.from({ length: 6 }, (_, index) => `<p>${sentence} Part ${index + 1} of it follows.</p>`);

interface Page {
  readonly head?: string;
  readonly below?: string;
  readonly behind?: string;
  readonly before?: string;
  readonly url?: string;
  readonly language?: string;
  /** The publisher's. */
  readonly zone?: string;
  readonly country?: string;
}

const datesOf = ({
  head = '',
  below = '',
  behind = '',
  before = '',
  url,
  language = 'en',
  ...from
}: Page) => {
  const { zone, country } = from;
  const content = `<html lang="${language}"><head><title>Bridge to be rebuilt</title>${head}</head><body>${before}<article><h1>Bridge to be rebuilt</h1>${below}${text.join('')}</article>${behind}</body></html>`;
  const clean = cleanArticle(
    decode({
      id: 'page',
      revision: 1,
      input: { contentType: 'text/html', charset: 'utf-8', content, given: url === undefined ? {} : { url } },
    }),
  );
  const publisher = { id: null, host: null, zone: zone ?? null, country: country ?? null };
  return findDates(clean, { profile: profileFor(language), publisher });
};

const dayOf = (page: Page): string | null => chooseDate({ ...datesOf(page), dateline: null }).date;

const meta = (property: string, value: string): string => `<meta property="${property}" content="${value}">`;

test.each([
  ['1638489600', '2021-12-03T00:00:00Z'],
  ['1638489600000', '2021-12-03T00:00:00Z'],
])('metadata may state seconds or milliseconds since 1970: %s', (value, instant) => {
  const head = meta('article:published_time', value);
  expect(datesOf({ head }).published?.instant).toBe(instant);
  const below = `<time datetime="${value}">yesterday</time>`;
  expect(datesOf({ below }).published?.instant).toBe(instant);
});

describe('the day of a page', () => {
  test.each([
    ['Australia/Sydney', '2019-04-03'],
    ['Europe/London', '2019-04-03'],
    ['America/Jamaica', '2019-04-03'],
    ['America/Mexico_City', '2019-04-03'],
    ['America/Chicago', '2019-03-04'],
    ['America/New_York', '2019-03-04'],
    ['America/Indiana/Indianapolis', '2019-03-04'],
    ['America/Indianapolis', '2019-03-04'],
    ['America/Kentucky/Louisville', '2019-03-04'],
    ['America/North_Dakota/Center', '2019-03-04'],
    ['America/Juneau', '2019-03-04'],
    ['America/Adak', '2019-03-04'],
    ['Pacific/Pago_Pago', '2019-03-04'],
    ['Pacific/Auckland', '2019-04-03'],
    ['US/Eastern', '2019-03-04'],
    ['America/St_Johns', '2019-03-04'],
    ['Asia/Manila', '2019-03-04'],
    [undefined, '2019-03-04'],
  ])('reads an all-numeric day as the publisher’s country writes it: %s', (zone, day) => {
    expect(dayOf({ below: '<p>03/04/2019</p>', ...(zone === undefined ? {} : { zone }) })).toBe(day);
  });

  test.each([
    ['US', undefined, '2019-03-04'],
    ['GB', undefined, '2019-04-03'],
    ['GB', 'America/New_York', '2019-04-03'],
    ['PH', 'Asia/Manila', '2019-03-04'],
    ['US', 'Europe/London', '2019-03-04'],
  ])('goes by the country before the zone: %s, %s', (country, zone, day) => {
    expect(dayOf({ below: '<p>03/04/2019</p>', country, ...(zone === undefined ? {} : { zone }) })).toBe(day);
  });

  test('takes no day of a list of other articles', () => {
    const others = ['2012-12-09', '2012-01-05', '2010-11-07']
      .map(
        (day) =>
          `<div class="item"><a href="/x">Another bridge was built elsewhere in ${day.slice(0, 4)}</a></div><div class="day">${day} 00:00:00.0</div>`,
      )
      .join('');
    expect(dayOf({ behind: others })).toBeNull();
  });

  test('takes no comment’s day', () => {
    const comment = (day: number): string =>
      `<li class="comment-body"><div class="comment-meta"><time datetime="2019-08-0${day}T10:00">August ${day}, 2019 at 10:00</time></div><p>Well said.</p></li>`;
    const behind = `<ul class="comment-list">${[1, 2, 3, 4].map(comment).join('')}</ul>`;
    expect(dayOf({ below: '<p class="byline">July 13, 2019</p>', behind })).toBe('2019-07-13');
  });

  test('takes no other article’s day from a list of teasers', () => {
    const behind = [1, 2, 3, 4]
      .map(
        (day) => `<div class="item"><p class="date">March ${day}, 2021</p><a href="/x">Other news</a></div>`,
      )
      .join('');
    expect(dayOf({ below: '<p>February 20, 2021</p>', behind })).toBe('2021-02-20');
  });

  test('finds the line below the title behind a menu of hundreds of lines', () => {
    const before = `<ul>${'<li><a href="/m">Menu</a></li>'.repeat(700)}</ul>`;
    expect(dayOf({ before, below: '<p>John Smith, December 1, 2021</p>' })).toBe('2021-12-01');
  });

  test('knows that the printed day is that of the change where structured data tells both', () => {
    const head =
      meta('article:published_time', '2023-10-07T09:53:36+02:00') +
      meta('article:modified_time', '2024-07-18T13:08:27+02:00');
    const dates = datesOf({
      head,
      below: '<p class="date"><time datetime="2024-07-18">July 18, 2024</time></p>',
    });
    expect(dates.published?.day).toBe('2023-10-07');
    expect(dates.updated?.day).toBe('2024-07-18');
  });

  test('prefers the local day of page and address to the day that it already is in UTC', () => {
    const dates = datesOf({
      url: 'https://example.com/2023/11/08/bridge/',
      head: meta('article:published_time', '2023-11-09T05:30:59+00:00'),
      below: '<p class="time">Published: November 8, 2023 at 11:30 p.m.</p>',
    });
    expect(dates.published?.day).toBe('2023-11-08');
  });

  test('keeps the day of UTC where only one other source contradicts', () => {
    const head = meta('article:published_time', '2023-11-09T05:30:59Z');
    expect(dayOf({ head, url: 'https://example.com/2023/11/08/bridge/' })).toBe('2023-11-09');
  });

  test.each([
    ['en', 'This page was last modified on 4 November 2020, at 19:23.', 'updated', '2020-11-04'],
    ['de', 'Diese Seite wurde zuletzt am 29. Januar 2020 um 13:22 Uhr geändert.', 'updated', '2020-01-29'],
    [
      'de',
      'Dieser Artikel wurde am 14. Dezember 2015 um 14:48 von Max geschrieben.',
      'published',
      '2015-12-14',
    ],
  ] as const)('%s: believes a labelled line far behind the text: %s', (language, line, kind, day) => {
    const behind = `${'<div><a href="/m">Menu</a></div>'.repeat(30)}<p>${line}</p>`;
    expect(datesOf({ language, behind })[kind]?.day).toBe(day);
  });

  test('reads the machine’s form of a day from hAtom and from RDFa', () => {
    expect(dayOf({ below: '<span class="published" title="2013-04-04T18:52:11+00:00"></span>' })).toBe(
      '2013-04-04',
    );
    expect(
      dayOf({ below: '<span property="schema:dateCreated" content="2022-01-28T12:45:46+00:00"></span>' }),
    ).toBe('2022-01-28');
  });

  test('is none where only years of copyright and an archive’s address stand', () => {
    const url = 'https://web.archive.org/web/20131110121040/http://example.com/bridge/';
    expect(dayOf({ url, behind: '<footer>© 2013 Example</footer>' })).toBeNull();
  });

  test.each(['0000-01-01', '9999-12-31'])('never the placeholder %s', (placeholder) => {
    const head = meta('article:published_time', `${placeholder}T00:00:00Z`);
    expect(dayOf({ head, below: '<p>May 3, 2020</p>' })).toBe('2020-05-03');
  });
});
