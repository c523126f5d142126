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

  test.each([
    ['2019-11-19T00:04:00Z', 'Nov. 18, 2019 7:04 pm ET'],
    ['2019-11-19 00:04:12', 'Nov. 18, 2019 7:04 pm ET'],
    ['2019-11-20T02:15:49+00:00', 'Chris Roe - Nov 19, 2019, 8:15 pm CST'],
  ])('takes the local day if the page prints the same moment: %s, %s', (stated, printed) => {
    const [day] = /\d+(?=, 2019)/.exec(printed) ?? [];
    expect(dayOf({ head: meta('article:published_time', stated), below: `<p>${printed}</p>` })).toBe(
      `2019-11-${day}`,
    );
  });

  test('reads the day that only a script states, if it states one', () => {
    const script = (...days: string[]): string =>
      `<script>var state = {${days.map((day) => `"publishedDate":"${day}T20:37:27Z"`).join(',')}}</script>`;
    expect(dayOf({ head: script('2016-11-04') })).toBe('2016-11-04');
    expect(dayOf({ head: script('2016-11-04', '2016-11-04') })).toBe('2016-11-04');
    expect(dayOf({ head: script('2016-11-04', '2016-11-09') })).toBeNull();
    expect(datesOf({ head: '<script>x={lastModifiedDate:"2016-11-05"}</script>' }).updated?.day).toBe(
      '2016-11-05',
    );
  });

  test('reads metadata that stand in `value`', () => {
    const head =
      '<meta name="article:published_time" value="2016-12-23T16:42:59-05:00"><meta name="article:modified_time" value="2016-12-24T07:15:21-05:00">';
    const { published, updated } = datesOf({ head });
    expect([published?.day, updated?.day]).toEqual(['2016-12-23', '2016-12-24']);
  });

  test.each([
    ['de', '28. Juni 201914. Januar 2020 | Max Muster', '2019-06-28'],
    ['en', 'April 10, 20233 years', '2023-04-10'],
    ['en', 'November 9, 20235:01 AM ET', '2023-11-09'],
    ['de', '14 Feb ’20 | Kategorien: Reise', '2020-02-14'],
    ['el', 'Παρασκευή 6 Γενάρη 2012', '2012-01-06'],
  ])('%s: reads %s', (language, line, day) => {
    expect(dayOf({ language, below: `<p class="meta">${line}</p>` })).toBe(day);
  });

  test('takes neither the day of a site’s head nor that of an embedded post', () => {
    const menu = `<ul>${'<li><a href="/m">Menu</a></li>'.repeat(20)}</ul>`;
    const before = `<div><header><span class="today">Friday, April 28, 2023</span></header>${menu}</div>`;
    expect(dayOf({ before })).toBeNull();
    const post =
      '<div class="fb-post"><blockquote><p>Posted by Roe on Monday, May 8, 2023</p></blockquote></div>';
    expect(dayOf({ below: `<p class="meta">May 4, 2023, 15:29</p>${post}` })).toBe('2023-05-04');
  });

  test('takes no day of teasers whose boxes bear names of their own', () => {
    const teaser = (id: number, day: number): string =>
      `<div class="post-${id} tag-${id} post"><a href="/x">Other news of the town</a><div class="meta-data">${day}/07/2018 15:20</div></div>`;
    const behind = [21, 25, 27].map((day) => teaser(day * 7, day)).join('');
    expect(dayOf({ below: '<p>29.10.2023</p>', behind, language: 'de' })).toBe('2023-10-29');
  });

  test('a time of change behind the day is that of the change, the day is of both', () => {
    const { published, updated } = datesOf({ below: '<p class="meta">5 January 2025 Updated at 16:01</p>' });
    expect([published?.day, updated?.day]).toEqual(['2025-01-05', '2025-01-05']);
  });
});

describe('days of other things', () => {
  const teaser = (day: string): string =>
    `<a href="/x"><h3>New cranes arrive at the quay</h3><time datetime="${day}T00:00">${day}</time></a>`;

  test('a teaser’s day is not the page’s, whatever its box is called', () => {
    const behind = `<section class="s-17"><h2>Keep on</h2>${teaser('2026-03-05')}</section>`;
    expect(dayOf({ behind })).toBeNull();
    expect(dayOf({ below: '<p class="eyebrow">May 22, 2026</p>', behind })).toBe('2026-05-22');
  });

  test('nor is that of a linked headline in the same line, above the title', () => {
    const before =
      '<aside><ul><li><time datetime="2026-11-20">20.11.2026</time> <a href="/1">Fähre fährt wieder</a></li></ul></aside>';
    expect(dayOf({ language: 'de', before, below: '<p class="lead-in">05.03.2024</p>' })).toBe('2024-03-05');
  });

  test('a time in a sentence is that of what the text tells', () => {
    const below =
      '<p>Press release, 14 November 2024</p><p>All are invited to a hearing on <time datetime="2025-06-01T18:00">1 June 2025, 6 pm</time>.</p>';
    expect(dayOf({ below })).toBe('2024-11-14');
  });

  test.each([
    ['zh', '今天是2024年3月5日 星期二', '2020年07月22日'],
    ['de', 'Heute ist Dienstag, 5. März 2024', '22. Juli 2020'],
    ['en', 'Today is Tuesday, 5 March 2024', '22 July 2020'],
    ['ru', 'Сегодня 5 марта 2024', '22 июля 2020'],
    ['es', 'Hoy es 5 de marzo de 2024', '22 de julio de 2020'],
  ])('the day on which a page is looked at is not its own: %s', (language, today, day) => {
    const before = `<div class="c1">${today}</div>`;
    expect(dayOf({ language, before, below: `<p class="info">Gazette (${day})</p>` })).toBe('2020-07-22');
  });

  test.each([
    ['de', 'Erstellt: 25.11.2017, Stand: 27.11.2017, 19:20 Uhr'],
    ['es', 'Publicado: 25/11/2017 01:57 | Actualizado a 27/11/2017 19:20'],
    ['fr', 'Publié le 25/11/2017, mis à jour le 27/11/2017 à 19:20'],
  ])('each day of a line has the label right before it: %s', (language, line) => {
    const dates = datesOf({ language, below: `<p class="meta">${line}</p>` });
    expect([dates.published?.day, dates.updated?.day]).toEqual(['2017-11-25', '2017-11-27']);
  });

  test('the machine’s form of the change in a line does not make it the day of publication', () => {
    const below =
      '<time itemprop="dateModified" datetime="2017-11-27T19:20:45+01:00">25/11/2017 01:57 | Actualizado a 27/11/2017 19:20</time>';
    expect(dayOf({ language: 'es', below })).toBe('2017-11-25');
  });

  test('structured data of the site’s page gives way to the article’s', () => {
    const graph = [
      { '@type': 'WebPage', datePublished: '2019-01-01T00:00:00Z' },
      { '@type': 'NewsArticle', datePublished: '2024-03-04T10:00:00Z' },
    ];
    const head = `<script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script>`;
    expect(dayOf({ head })).toBe('2024-03-04');
  });
});
