import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readGivenDate } from '../../../chain/enrich/dates/index.ts';
import { findPrintedDates } from '../../../chain/enrich/dates/printed.ts';
import { stateTime } from '../../../chain/enrich/dates/stated.ts';
import { languages, profileFor } from '../../../languages/index.ts';

const days = (language: string, text: string): string[] =>
  findPrintedDates(text, profileFor(language)).map((date) => stateTime(date, null).day);

test('a second name of the month may stand behind a stroke, an agency between two does not', () => {
  const [date] = findPrintedDates('الأربعاء، 28 آب/أغسطس 2013', profileFor('ar'));
  expect(date).toMatchObject({ year: 2013, month: 8, day: 28 });
  const [bare] = findPrintedDates('الدوحة في 25 نوفمبر /قنا/ اجتمع الوزراء', profileFor('ar'));
  expect(bare).toMatchObject({ month: 11, day: 25, printed: '25 نوفمبر' });
});

test.each([
  ['de', 'Telefon 01.12.19 20 14, Fax 044 12 10 20 15'],
  ['fr', 'Tél. 01-12-19-20-14'],
  ['de', 'Az. 12.10.19-3/4, Aktenzeichen 10-12-18-77'],
  ['en', 'Release 12.10.4.2 replaces 11.9.18 and 10.8.16.'],
])('numbers of telephones, files and versions are no dates: %s %s', (language, text) => {
  expect(days(language, text)).toEqual([]);
});

test.each([
  ['de', '01.12.19 20:14 Uhr', '2019-12-01T20:14:00Z'],
  ['de', '01.12.19 20 Uhr', '2019-12-01T00:00:00Z'],
  ['ar', '14 سبتمبر 2016 - 8:30 مساء', '2016-09-14T20:30:00Z'],
  ['ar', '14 سبتمبر 2016 - 8:30 صباحًا', '2016-09-14T08:30:00Z'],
  ['es', '5 de marzo de 2024, 8:30 p. m.', '2024-03-05T20:30:00Z'],
  ['hi', '5 मार्च 2024, शाम 5:30 बजे', '2024-03-05T17:30:00Z'],
  ['tr', '5.3.2024 ÖS 8:30', '2024-03-05T20:30:00Z'],
  ['vi', '5/3/2024, 8:30 tối', '2024-03-05T20:30:00Z'],
  ['fa', '۱۴۰۲/۱۲/۱۵ ساعت ۵:۳۰ عصر', '2024-03-05T17:30:00Z'],
])('the half of the day is read in words: %s %s', (language, text, instant) => {
  expect(findPrintedDates(text, profileFor(language)).map((date) => stateTime(date, null).instant)).toEqual([
    instant,
  ]);
});

describe('printed dates', () => {
  test.each([
    ['en', 'Updated: March 3, 2021 07:03', '2021-03-03'],
    ['en', '03/04/2019', '2019-03-04'],
    ['de', '03.04.2019, 06:00 Uhr', '2019-04-03'],
    ['zh', '2012年1月2日 17:45', '2012-01-02'],
    ['zh', '民國101年1月12日', '2012-01-12'],
    ['ja', '令和元年5月1日 午後3時20分', '2019-05-01'],
    ['ru', '5 января 2012, 17:31 МСК', '2012-01-05'],
    ['el', '07:42 29/11/2011', '2011-11-29'],
    ['th', '12 ม.ค. 2568', '2025-01-12'],
    ['fa', '۱۵ فروردین ۱۴۰۳', '2024-04-03'],
    ['ar', '15 رمضان 1445', '2024-03-25'],
    ['ar', '٨ كانون الثاني ٢٠٢٦', '2026-01-08'],
    ['ar', '17 كانون 2 2022', '2022-01-17'],
    ['ar', 'الخميس ١٤ تشرين ١ ٢٠٢١', '2021-10-14'],
    ['ar', '14 ايلول 2021', '2021-09-14'],
    ['ko', '2026년 7월 12일 오후 10:09', '2026-07-12'],
    ['vi', '22/10/2025 19:25 (GMT+7)', '2025-10-22'],
    ['cs', '10. prosince 2025 11:00', '2025-12-10'],
    ['hi', '12 जनवरी 2024', '2024-01-12'],
    ['he', '23 בינואר 2025', '2025-01-23'],
    ['th', '23/1/68', '2025-01-23'],
    ['th', '23 มี.ค. 68', '2025-03-23'],
    ['th', '23/1/25', '2025-01-23'],
    ['fa', '۱ مرداد ۱۴۰۴', '2025-07-23'],
    ['fa', '1404-05-01', '2025-07-23'],
    ['ar', '١٤٤٦/٧/٢٣ هـ', '2025-01-23'],
    ['ar', '23\u200f/01\u200f/2025', '2025-01-23'],
    ['ar', '١٤٤٦/٧/٢٣ ه', '2025-01-23'],
    ['ar', '23/7/1446هـ', '2025-01-23'],
    ['ar', '23/7/1446', '2025-01-23'],
    ['ar', '23/7/1446 هـ.ق', '2025-01-23'],
    ['ar', '1446/7/23 هجرية', '2025-01-23'],
    ['en', '1446/7/23 ه', '2025-01-23'],
    ['ar', '1398/10/05 هجري شمسي', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ همشهری', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ ه.ش', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ هـ. ش.', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ ه\u200d.ش', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ هجری شمسی', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ خورشیدی', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ هجری', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ ه', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ هفته\u200cنامه', '2019-12-26'],
    ['fa', '۱۳۹۸/۱۰/۰۵ هنر', '2019-12-26'],
    ['fa', '۰۵-۱۰-۱۳۹۸ هیئت', '2019-12-26'],
    ['fa', '۰۵/۱۰/۱۳۹۸', '2019-12-26'],
    ['fa', '۱۴۴۶/۷/۲۳ ه.ق', '2025-01-23'],
    ['fa', '۱۴۴۶/۷/۲۳ هجری قمری', '2025-01-23'],
    ['zh', '民國114/1/23', '2025-01-23'],
    ['ja', 'H31.4.30', '2019-04-30'],
    ['ja', '令和 7年1月23日', '2025-01-23'],
    ['ja', 'R7.1.23', '2025-01-23'],
    ['ja', '（R7.1.23）', '2025-01-23'],
    ['ja', 'お知らせ(R7.1.23)', '2025-01-23'],
    ['ja', '更新日R7.1.23', '2025-01-23'],
    ['ja', '公開：R7/1/23', '2025-01-23'],
    ['ja', '発行日 R7.1.23 広報', '2025-01-23'],
    ['ja', '第3回 R7年1月23日', '2025-01-23'],
    ['ja', 'R元.5.1', '2019-05-01'],
    ['ja', 'S63.4.1', '1988-04-01'],
    ['ja', '令和7年1月23日版', '2025-01-23'],
    ['ru', '23 ноя 2025', '2025-11-23'],
    ['en', 'Thu, 12/01/2012', '2012-01-12'],
    ['en', 'Thu, 01/12/2012', '2012-01-12'],
    ['el', 'Πέμπτη 12/01/2012', '2012-01-12'],
  ])('%s: %s', (language, printed, day) => {
    expect(days(language, printed)).toEqual([day]);
  });

  test.each([
    ['en', 'R 3.6.1 was released'],
    ['en', 'R3.6.1'],
    ['fr', 'version H 2.4.1'],
    ['zh', 'S9.1.2'],
    ['ja', 'R 3.6.1'],
    ['ja', 'GNU-R3.6.1'],
    ['ja', 'iPhone S9.1.2'],
    ['ja', 'Galaxy S20.1.2'],
    ['ja', 'S9.1.2版'],
    ['ja', 'R2.4.1版'],
    ['ja', 'R2.4.1 Ver'],
    ['ja', 'R2.4.1.7'],
    ['ja', 'iPhone (H2.4.1)'],
    ['ja', 'Windows 11（H2.4.1）'],
    ['ja', '国道R2.5.3'],
    ['ja', 'H32.4.1'],
  ])('%s: versions are no days of an era: %s', (language, printed) => {
    expect(days(language, printed)).toEqual([]);
  });

  test('a phone’s letter is no era', () => {
    expect(days('en', 'Galaxy S 10.1.20')).not.toContain('1935-01-20');
  });

  test('takes the time of the printed zone, else of the publisher', () => {
    const [printed] = findPrintedDates('22/10/2025 19:25 (GMT+7)', profileFor('vi'));
    const [bare] = findPrintedDates('2025-10-22 19:25', profileFor('en'));
    expect(printed && stateTime(printed, 'Asia/Tokyo').instant).toBe('2025-10-22T12:25:00Z');
    expect(bare && stateTime(bare, 'Asia/Tokyo')).toMatchObject({
      instant: '2025-10-22T10:25:00Z',
      zone: 'publisher',
    });
  });

  test('knows every month of every profile that prints words', () => {
    for (const profile of languages)
      for (const [index, forms] of profile.dates.months.entries()) {
        const form = forms[0];
        if (form === undefined || /^\d/.test(form) || /[一二三四五六七八九十]/.test(form)) continue;
        expect(days(profile.code, `14 ${form} 2020`)).toEqual([
          `2020-${String(index + 1).padStart(2, '0')}-14`,
        ]);
      }
  });

  test.each(languages.map(({ code }) => [code]))('%s: reads what the world’s conventions print', (code) => {
    const calendars = { fa: ['fa-u-ca-persian'], th: ['th-u-ca-buddhist'], ja: ['ja-u-ca-japanese'] };
    const locales = [code, ...(Object.entries(calendars).find(([own]) => own === code)?.[1] ?? [])];
    for (const locale of locales)
      for (const style of ['full', 'long', 'medium'] as const)
        for (let month = 0; month < 12; month += 1) {
          const day = new Date(Date.UTC(2025, month, 23, 12));
          const printed = new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }).format(day);
          expect([printed, ...days(code, printed)]).toEqual([printed, day.toISOString().slice(0, 10)]);
        }
  });

  test.each(languages.map(({ code }) => [code]))(
    '%s: reads a month as the world’s conventions print it',
    (code) => {
      for (const locale of [
        code === 'fa' ? 'fa-u-ca-gregory' : code,
        ...(code === 'ja' ? ['ja-u-ca-japanese'] : []),
      ])
        for (const month of [
          'long',
          'short',
          ...(locale.includes('japanese') ? [] : (['2-digit'] as const)),
        ] as const)
          for (let number = 1; number <= 12; number += 1) {
            const day = new Date(Date.UTC(2025, number - 1, 1, 12));
            const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month, timeZone: 'UTC' });
            const { day: read, precision } = readGivenDate(format.format(day), profileFor(code), null);
            expect([format.format(day), read, precision]).toEqual([
              format.format(day),
              day.toISOString().slice(0, 7),
              'month',
            ]);
          }
    },
  );

  test.each([
    ['2026-09', '2026-09', '2026-09-01T00:00:00Z'],
    ['March, 2026', '2026-03', '2026-03-01T00:00:00Z'],
    ['202603', '2026-03', '2026-03-01T00:00:00Z'],
    ['令和8年3月', '2026-03', '2026-03-01T00:00:00Z'],
    ['2026年', '2026', '2026-01-01T00:00:00Z'],
    ['2019 г.', '2019', '2019-01-01T00:00:00Z'],
    ['2019', '2019', '2019-01-01T00:00:00Z'],
  ])('keeps “%s” as %s, no day', (printed, day, instant) => {
    const precision = day.length === 4 ? 'year' : 'month';
    expect(readGivenDate(printed, profileFor('en'), null)).toMatchObject({
      day,
      instant,
      printed,
      precision,
    });
  });

  test('refuses what may be more than a month', () => {
    for (const date of ['Spring 2019', 'Q1 2019', 'March–April 2019', '2026-13', '0000-03', '3/19'])
      expect(() => readGivenDate(date, profileFor('en'), null)).toThrow(/bad-date/);
  });

  test('reads the year of a Vietnamese date', () => {
    expect(days('vi', 'Thứ Tư, ngày 05 tháng 11 năm 2025 10:21')).toEqual(['2025-11-05']);
  });

  test('reads minutes of one digit before their unit', () => {
    expect(readGivenDate('2026年10月1日0时5分', profileFor('zh'), null)).toMatchObject({
      instant: '2026-10-01T00:05:00Z',
      precision: 'minute',
    });
  });

  test('refuses the years 0 and 9999 as a given date', () => {
    for (const date of ['0000-01-01', '9999-12-31', 'soon'])
      expect(() => readGivenDate(date, profileFor('en'), null)).toThrow(/bad-date/);
  });

  test('finds only days that exist, within the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...languages),
        (text, profile) => {
          for (const date of findPrintedDates(text, profile)) {
            expect(date.start).toBeGreaterThanOrEqual(0);
            expect(date.end).toBeLessThanOrEqual(text.length);
            expect(date.month).toBeLessThanOrEqual(12);
          }
        },
      ),
    );
  });

  test('reads back every ISO instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (instant) => {
          const [date] = findPrintedDates(instant.toISOString(), profileFor('en'));
          expect(date && stateTime(date, null).instant.slice(0, 19)).toBe(instant.toISOString().slice(0, 19));
        },
      ),
    );
  });
});
