import { classOf, wordsOfAll } from './choices.ts';
import type { DateUnits } from './date-words.ts';
import type { LanguageProfile } from './profile.ts';

const all = (kind: (units: DateUnits) => readonly (string | undefined)[]): string =>
  classOf(
    wordsOfAll(({ dates }: LanguageProfile) =>
      dates.units ? kind(dates.units).filter((unit) => unit !== undefined) : [],
    ),
  );

/** Characters attached to the numbers of dates and times in any language, as insides of character classes. */
export const dateUnits = {
  year: all(({ year }) => [year]),
  month: all(({ month }) => [month]),
  day: all(({ day }) => [day]),
  dayOfYear: all(({ day, dayOfYear }) => [day, ...(dayOfYear ?? [])]),
  notDay: all(({ notDay }) => notDay ?? []),
  hour: all(({ hour, spokenHour }) => [...hour, ...(spokenHour ?? [])]),
  minute: all(({ minute }) => minute),
} as const;

const han = (kind: (units: DateUnits) => readonly (string | undefined)[]): string =>
  all((units) => kind(units).filter((unit) => unit !== undefined && /^\p{Script=Han}$/u.test(unit)));

/** Only the Han characters among them. */
export const hanUnits = {
  year: han(({ year }) => [year]),
  month: han(({ month }) => [month]),
  day: han(({ day }) => [day]),
  hour: han(({ hour }) => hour),
  minute: han(({ minute }) => minute),
  /** The first year of an era. */
  first: han(({ firstYear }) => [firstYear]),
} as const;
