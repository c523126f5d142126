import type { LanguageProfile } from '../../../languages/profile.ts';
import type { CivilDay } from './calendars.ts';
import { foldForMonths } from './months.ts';

/**
 * An all-numeric date in the order of the language; in the other order if only that is a day, or only that day
 * is the weekday printed before it.
 *
 * @param match  the two numbers in groups 1 and 3, the year of two or four digits in group 4
 * @param before  the text before it, folded
 */
export const numeric = (
  match: RegExpMatchArray,
  profile: LanguageProfile,
  before: string,
): CivilDay | null => {
  if (match[4]?.length === 2 && isPartOfNumber(match)) return null;
  const a = Number(match[1]);
  const b = Number(match[3]);
  const year = match[4] ?? '';
  const { order: usualOrder, dottedOrder } = profile.dates;
  const order = match[2]?.trim() === '/' ? usualOrder : (dottedOrder ?? usualOrder);
  if (order === 'ymd' && year.length === 2 && a > 12) return { year: 2000 + a, month: b, day: Number(year) };
  const full = fullYear(year, profile);
  const monthFirst = { year: full, month: a, day: b };
  const dayFirst = { year: full, month: b, day: a };
  const usual = (order === 'mdy' ? a <= 12 : b > 12) ? monthFirst : dayFirst;
  const other = usual === monthFirst ? dayFirst : monthFirst;
  const weekday = a > 12 || b > 12 ? null : weekdayIn(before, profile);
  return weekday !== null && weekdayOf(usual) !== weekday && weekdayOf(other) === weekday ? other : usual;
};

/**
 * Whether three short numbers are those of a telephone (`01.12.19 20 14`), of a file (`12.10.19-3/4`) or of a version
 * beside longer ones (`12.10.4.2 replaces 11.9.18`).
 */
const isPartOfNumber = ({ 0: printed, index = 0, input = '' }: RegExpMatchArray): boolean =>
  /\d[-/]$/.test(input.slice(Math.max(0, index - 2), index)) ||
  /^(?:[-/]\d|[ ]\d{2,3}(?:[ ]\d{2,3}){0,3}(?![\d:.\p{L}]|[ ]\p{L}))/u.test(
    input.slice(index + printed.length, index + printed.length + 20),
  ) ||
  /\d\.\d{1,4}\.\d{1,4}\.\d/.test(input);

/** A year of four digits, or of two digits in the century that the language abbreviates. */
export const fullYear = (year: string, { dates }: LanguageProfile): number => {
  const value = Number(year);
  if (year.length > 2) return fromBuddhist(value);
  const buddhist = value + 2500 - buddhistYears;
  if (dates.buddhist && buddhist >= 1990 && buddhist < 2036) return buddhist;
  return value < 70 ? 2000 + value : 1900 + value;
};

const buddhistYears = 543;

/** Years of the Buddhist era are 543 ahead; no article is from the Gregorian years with these numbers. */
export const fromBuddhist = (year: number): number =>
  year >= 2443 && year <= 2700 ? year - buddhistYears : year;

/** From 0, Monday. */
const weekdayIn = (before: string, { dates }: LanguageProfile): number | null => {
  const word = /([\p{L}\p{M}]+)\P{L}{0,4}$/u.exec(before)?.[1];
  if (word === undefined) return null;
  const day = dates.weekdays.findIndex((forms) => forms.some((form) => foldForMonths(form) === word));
  return day < 0 ? null : day;
};

const weekdayOf = ({ year, month, day }: CivilDay): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
