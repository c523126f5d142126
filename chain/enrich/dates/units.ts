import { classOf, wordsOfAll } from '../../../languages/choices.ts';
import type { DateUnits } from '../../../languages/date-words.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';

const all = (kind: (units: DateUnits) => readonly (string | undefined)[]): string =>
  classOf(
    wordsOfAll(({ dates }: LanguageProfile) =>
      dates.units ? kind(dates.units).filter((unit) => unit !== undefined) : [],
    ),
  );

/** What is written onto the numbers of dates and times in any language, as insides of character classes. */
export const dateUnits = {
  year: all(({ year }) => [year]),
  month: all(({ month }) => [month]),
  day: all(({ day }) => [day]),
  dayOfYear: all(({ day, dayOfYear }) => [day, ...(dayOfYear ?? [])]),
  hour: all(({ hour }) => hour),
  minute: all(({ minute }) => minute),
} as const;

/** The units of languages whose eras have a first year of its own sign: Chinese and Japanese. */
export const eraUnits = {
  year: all(({ year, firstYear }) => [firstYear && year]),
  month: all(({ month, firstYear }) => [firstYear && month]),
  day: all(({ day, firstYear }) => [firstYear && day]),
  first: all(({ firstYear }) => [firstYear]),
} as const;
