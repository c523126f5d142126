import type { CoarsePrecision } from '../../../domain/partial-dates.ts';
import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import { dateUnits, hanUnits } from '../../../languages/date-units.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { eraNames, isDay, yearOfEra } from './calendars.ts';
import { asciiDigits } from './digits.ts';
import { foldForMonths, monthPattern, readMonth } from './months.ts';
import { fromBuddhist } from './numeric.ts';
import type { PrintedDate } from './printed.ts';

interface Parts {
  readonly year: number;
  /** Null for a year alone. */
  readonly month: number | null;
}

type Reading = (
  groups: Readonly<Record<string, string | undefined>>,
  profile: LanguageProfile,
) => Parts | null;

/** Words are folded as the text is. */
const wordsBetween = wordsOfAll(({ dates }) => [...(dates.beforeYear ?? []), ...(dates.beforeMonth ?? [])]);
const beforeYear = choiceOf(wordsBetween.map((word) => foldForMonths(word).trim()));
const afterYear = `(?:\\s?(?:${choiceOf(wordsOfAll(({ dates }) => dates.afterYear))}|[${dateUnits.year}]))?\\.?`;
const year = '(?<year>\\d{4})';
const era = `(?<era>${eraNames.join('|')})\\s?(?<counted>\\d{1,3}|[${hanUnits.first}])\\s?[${hanUnits.year}]`;
/** A second name of the month may follow a slash: `آذار/مارس`. */
const name = `(?<name>${monthPattern})\\p{M}?\\.?(?:\\s?/\\s?\\p{Script=Arabic}{3,10})?`;
const digits = '(?<month>\\d{1,2})';

/** The whole text has to be one of these: anything more may be a day, a quarter, a season or a range. */
const forms: readonly (readonly [string, Reading])[] = [
  [`${year}\\s?[-/.]\\s?${digits}\\.?`, ({ year, month }) => parts(year, month)],
  [`${digits}\\s?[-/.]\\s?${year}${afterYear}`, ({ year, month }) => parts(year, month)],
  [`(?<year>(?:19|20)\\d{2})(?<month>0[1-9]|1[0-2])`, ({ year, month }) => parts(year, month)],
  [
    `${year}\\s?[${dateUnits.year}]\\s?${digits}\\s?[${dateUnits.month}]`,
    ({ year, month }) => parts(year, month),
  ],
  [`${era}\\s?${digits}\\s?[${hanUnits.month}]`, (groups) => ofEra(groups, Number(groups.month))],
  [
    `${name}[\\s,./-]{0,3}(?:(?:${beforeYear})\\s?)?${year}${afterYear}`,
    (groups, profile) => named(groups, profile),
  ],
  [`${year}${afterYear}[\\s,./-]{0,3}${name}`, (groups, profile) => named(groups, profile)],
  [`${year}${afterYear}`, ({ year }) => parts(year, undefined)],
  [era, (groups) => ofEra(groups, null)],
];
const patterns = forms.map(([form, read]) => [new RegExp(`^${form}$`, 'iu'), read] as const);

/**
 * A month or a year that stands alone, such as “March 2019”, “2019年3月” or “2019”.
 *
 * @param printed  read as a whole: in a longer text such words are rarely the day of publication
 * @returns its first day; null for months of other calendars, which lie in two of ours
 */
export const readCoarseDate = (printed: string, profile: LanguageProfile): PrintedDate | null => {
  const plain = foldForMonths(asciiDigits(printed.slice(0, 100))).trim();
  if (!/\d/.test(plain)) return null;
  for (const [pattern, read] of patterns) {
    const groups = pattern.exec(plain)?.groups;
    const found = groups && read(groups, profile);
    if (!found || !isDay({ year: found.year, month: found.month ?? 1, day: 1 })) continue;
    const precision: CoarsePrecision = found.month === null ? 'year' : 'month';
    return {
      year: found.year,
      month: found.month ?? 1,
      day: 1,
      yearPrinted: true,
      time: null,
      zone: null,
      precision,
      printed,
      start: 0,
      end: printed.length,
    };
  }
  return null;
};

const parts = (year: string | undefined, month: string | undefined): Parts => ({
  year: fromBuddhist(Number(year)),
  month: month === undefined ? null : Number(month),
});

const named: Reading = ({ name = '', year }, profile) => {
  const month = readMonth(name, profile);
  return month?.calendar === 'gregorian' ? { ...parts(year, undefined), month: month.month } : null;
};

const ofEra = (
  { era = '', counted }: Readonly<Record<string, string | undefined>>,
  month: number | null,
): Parts | null => {
  const year = yearOfEra(era, Number.isNaN(Number(counted)) ? 1 : Number(counted));
  return year === null ? null : { year, month };
};
