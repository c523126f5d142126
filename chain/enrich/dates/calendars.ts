import type { DateWords } from '../../../languages/date-words.ts';
import { languages } from '../../../languages/index.ts';

/** A day of the Gregorian calendar. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** First Gregorian years of counted eras, less one: the first year of an era is `offset + 1`. */
const eras: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ dates }) => Object.entries(dates.eras ?? {})),
);

/** Names of eras, for a pattern. */
export const eraNames: readonly string[] = [...eras.keys()].sort((a, b) => b.length - a.length);

/** The Gregorian year of a year in an era; null for an unknown era. */
export const yearOfEra = (era: string, year: number): number | null => {
  const offset = eras.get(era);
  return offset === undefined ? null : offset + year;
};

/** Whether the day exists, in years in which a page can have been written. */
export const isDay = ({ year, month, day }: CivilDay): boolean => {
  if (year < 1000 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
};

export type CountedCalendar = NonNullable<DateWords['counted']>;

const formats = new Map<CountedCalendar, Intl.DateTimeFormat>();

const formatOf = (calendar: CountedCalendar): Intl.DateTimeFormat => {
  const known = formats.get(calendar);
  if (known) return known;
  const made = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  formats.set(calendar, made);
  return made;
};

const dayLength = 86_400_000;
const yearLengths = { persian: 365.2422, 'islamic-umalqura': 354.367 };
const beginnings = { persian: Date.UTC(622, 2, 22), 'islamic-umalqura': Date.UTC(622, 6, 19) };

/**
 * The Gregorian day of a Persian or Islamic one, by asking the calendar of ICU for days near a guess.
 *
 * @returns null if that calendar has no such day
 */
export const fromCalendar = (calendar: CountedCalendar, wanted: CivilDay): CivilDay | null => {
  const years = wanted.year - 1 + (wanted.month - 1) / 12 + (wanted.day - 1) / 366;
  const guess = beginnings[calendar] + Math.round(years * yearLengths[calendar]) * dayLength;
  for (let step = 0; step <= 2 * farthest; step += 1) {
    const instant = guess + Math.ceil(step / 2) * (step % 2 === 0 ? 1 : -1) * dayLength;
    const found = partsOf(calendar, instant);
    if (found.year !== wanted.year || found.month !== wanted.month || found.day !== wanted.day) continue;
    const date = new Date(instant);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  return null;
};

/** Days by which a guess from mean lengths can be off. */
const farthest = 10;

const partsOf = (calendar: CountedCalendar, instant: number): CivilDay => {
  const parts = new Map(
    formatOf(calendar)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    year: Number.parseInt(parts.get('year') ?? '0', 10),
    month: Number(parts.get('month')),
    day: Number(parts.get('day')),
  };
};
