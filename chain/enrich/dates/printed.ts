import type { Precision } from '../../../domain/article.ts';
import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import { dateUnits, hanUnits } from '../../../languages/date-units.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { calendarMark, markedCalendar } from './calendar-marks.ts';
import { type CivilDay, eraNames, fromCalendar, isDay, yearOfEra } from './calendars.ts';
import { type ClockTime, readTimeAfter, readTimeBefore } from './clock.ts';
import { asciiDigits } from './digits.ts';
import { dayOfEraLetter, eraLetterDate } from './era-letters.ts';
import { foldForMonths, monthPattern, readMonth } from './months.ts';
import { fromBuddhist, fullYear, numeric } from './numeric.ts';
import type { PrintedZone } from './zoned.ts';

/** A date as printed in a text. */
export interface PrintedDate extends CivilDay {
  /** False if no year is printed; `year` is then 0. */
  readonly yearPrinted: boolean;
  readonly time: ClockTime | null;
  readonly zone: PrintedZone | null;
  readonly precision: Precision;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

type Parts = { year: number | null; month: number; day: number };
/** `before` is the text right before the match, folded. */
type Reading = (match: RegExpMatchArray, profile: LanguageProfile, before: string) => Parts | null;

const ordinal = `(?:${choiceOf(wordsOfAll(({ dates }) => dates.ordinals))})?`;
const link = `(?:\\s{1,3}|[.,\\-/]\\s{0,2})(?:${choiceOf(wordsOfAll(({ dates }) => dates.beforeMonth)).replaceAll(' ', '\\s')})?`;
/** Folded as the text is: `năm`. */
const beforeYear = choiceOf(wordsOfAll(({ dates }) => dates.beforeYear).map(foldForMonths));
/** A year and, without a space, the day or hour of the next element: `28. Juni 201914. Januar 2020`. */
const gluedYear = '(?:19|20)\\d{2}(?=\\d{1,2}(?:[.:]\\s?|\\s)[\\p{L}\\d])';
/** A second name of the month may follow a slash: `آب/أغسطس`. A numbered one, `thg 11`, is not cut to `thg 1`. */
const months = `(${monthPattern})(?:\\s?/\\s?\\p{Script=Arabic}{3,10}(?!\\s?/))?(?![\\p{L}\\p{M}]|(?<=\\d)\\d)\\.?`;

/** Date forms, most specific first; text matched by one form is not matched again. */
const forms: readonly (readonly [RegExp, Reading])[] = [
  [
    new RegExp(`(?<!\\d)(1[34]\\d{2})\\s?([/-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,2})${calendarMark}`, 'gu'),
    (m, profile) => fromCalendar(markedCalendar(m[5], profile), ymd(m[1], m[3], m[4])),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})\\s?([/-])\\s?(\\d{1,2})\\s?\\2\\s?(1[34]\\d{2})${calendarMark}`, 'gu'),
    (m, profile) => fromCalendar(markedCalendar(m[5], profile), ymd(m[4], m[3], m[1])),
  ],
  [/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, (m, profile) => numericYear(m[1], m[2], m[3], profile)],
  [
    new RegExp(
      `(${eraNames.join('|')})\\s?(\\d{1,3}|[${hanUnits.first}])\\s?[${hanUnits.year}./]\\s?(\\d{1,2})\\s?[${hanUnits.month}./]\\s?(\\d{1,2})(?!\\d)\\s?[${hanUnits.day}]?`,
      'gu',
    ),
    (m) => {
      const year = yearOfEra(m[1] ?? '', Number.isNaN(Number(m[2])) ? 1 : Number(m[2]));
      return year === null ? null : { year, month: Number(m[3]), day: Number(m[4]) };
    },
  ],
  [eraLetterDate, dayOfEraLetter],
  [
    new RegExp(
      `(?<!\\d)(\\d{4})\\s?[${dateUnits.year}]\\s?(\\d{1,2})\\s?[${dateUnits.month}]\\s?(\\d{1,2})\\s?[${dateUnits.dayOfYear}]?`,
      'gu',
    ),
    (m) => ymd(m[1], m[2], m[3]),
  ],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})${ordinal}${link}${months}(?:(?:\\s{1,3}[’']?|[.,،\\-/’']\\s{0,2})(?:de\\s|del\\s|d[’']\\s?)?(?:(?:${beforeYear})\\s?)?(${gluedYear}|\\d{4}(?!\\d)|\\d{2}(?=[\\s,|.]*$|\\s*[,|(]|\\s+\\d{1,2}[:.])))?(?:(?<=${gluedYear})|(?!\\d))`,
      'giu',
    ),
    (m, profile) => named(m[3], m[2], m[1], profile),
  ],
  // `2019. december 12.`; in `… in 2019. March 5, 2020` the first year belongs to the sentence before.
  [
    new RegExp(
      `(?<!\\d)(\\d{4})[.\\s-]{1,3}${months}\\s{0,3}(\\d{1,2})(?!\\d|[,.]?\\s{0,3}\\d{4}(?!\\d))`,
      'giu',
    ),
    (m, profile) => named(m[1], m[2], m[3], profile),
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{M}])${months}\\s{0,3}(\\d{1,2})(?!\\d|:\\d)${ordinal}(?:[,.]?\\s{0,3}(${gluedYear}|\\d{4}(?!\\d)))?(?:(?<=${gluedYear})|(?!\\d))`,
      'giu',
    ),
    (m, profile) => named(m[3], m[1], m[2], profile),
  ],
  [
    /(?<![\d.])(\d{4})\s?([./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/g,
    (m, profile) => numericYear(m[1], m[3], m[4], profile),
  ],
  [
    /(?<![\d.,])(\d{1,2})(\s?[./\-·]\s?)(\d{1,2})\2(\d{4}|\d{2})(?![\d]|\.\d)/g,
    (m, profile, before) =>
      isCounted(m[4], profile) ? numericYear(m[4], m[3], m[1], profile) : numeric(m, profile, before),
  ],
  [
    /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g,
    (m) => (Number(m[1]) > 1990 && Number(m[1]) < 2100 ? ymd(m[1], m[2], m[3]) : null),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})\\s?[${dateUnits.month}]\\s?(\\d{1,2})\\s?[${dateUnits.day}]`, 'gu'),
    (m) => ({ year: null, month: Number(m[1]), day: Number(m[2]) }),
  ],
];

/**
 * Every date in a text, in order, with the time beside it.
 *
 * @param text  read up to 4,000 units
 * @param profile  decides the order of all-numeric dates and which month names come first
 * @returns only days that exist, of the years 1000–2200; a date without year has `year` 0
 */
export const findPrintedDates = (text: string, profile: LanguageProfile): readonly PrintedDate[] => {
  const plain = asciiDigits(text.slice(0, 4000));
  if (!/\d/.test(plain)) return [];
  const folded = foldForMonths(plain);
  const found: PrintedDate[] = [];
  for (const [pattern, read] of forms)
    for (const match of (pattern.flags.includes('i') ? folded : plain).matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const before = folded.slice(Math.max(0, start - 20), start);
      const date = complete(read(match, profile, before), plain, start, end);
      if (date) found.push({ ...date, printed: text.slice(start, date.end) });
    }
  return found.sort((a, b) => a.start - b.start);
};

const complete = (
  parts: Parts | null,
  text: string,
  start: number,
  end: number,
): Omit<PrintedDate, 'printed'> | null => {
  if (!parts || !isDay({ ...parts, year: parts.year ?? 2000 })) return null;
  const iso = /^T(\d{2}):?(\d{2})/.test(text.slice(end, end + 6));
  const time = readTimeAfter(text, iso ? end + 1 : end) ?? readTimeBefore(text, start, end);
  return {
    year: parts.year ?? 0,
    month: parts.month,
    day: parts.day,
    yearPrinted: parts.year !== null,
    time,
    zone: time?.zone ?? null,
    precision: time?.precision ?? 'day',
    start,
    end: time?.end ?? end,
  };
};

const ymd = (year: string | undefined, month: string | undefined, day: string | undefined): CivilDay => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

const named = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  profile: LanguageProfile,
): Parts | null => {
  const known = readMonth(month ?? '', profile);
  if (!known) return null;
  const printed = year === undefined ? null : fullYear(year, profile);
  if (known.calendar === 'gregorian') return { year: printed, month: known.month, day: Number(day) };
  if (printed === null) return null;
  return fromCalendar(known.calendar, { year: printed, month: known.month, day: Number(day) });
};

const numericYear = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  profile: LanguageProfile,
): Parts | null => {
  const { counted } = profile.dates;
  if (counted !== undefined && isCounted(year, profile)) return fromCalendar(counted, ymd(year, month, day));
  return { ...ymd(year, month, day), year: fromBuddhist(Number(year)) };
};

/** Whether a year is one of the language's own calendar. */
const isCounted = (year: string | undefined, { dates }: LanguageProfile): boolean =>
  dates.counted !== undefined && Number(year) >= 1300 && Number(year) <= 1500;
