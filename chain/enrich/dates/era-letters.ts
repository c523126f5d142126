import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import { hanUnits } from '../../../languages/date-units.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { type CivilDay, yearOfEra } from './calendars.ts';

const { year, month, day, first } = hanUnits;

/** A letter for an era, right before year, month and day: `R7.1.23`, `R7年1月23日`. */
export const eraLetterDate = new RegExp(
  `(?<![\\w.-])([A-Z])(\\d{1,2}|[${first}])(?:[${year}]\\s?(\\d{1,2})[${month}]\\s?(\\d{1,2})[${day}]|([./])\\s?(\\d{1,2})\\5\\s?(\\d{1,2})(?!\\d|[./-]\\d))`,
  'gu',
);

/**
 * The day of such a match. Punctuation between the numbers may also be that of a version or a road: then only a
 * date label may come right before it, not a product's name, and no word for an edition after it.
 *
 * @param before  the text right before the match, folded
 * @returns null if the letter is not an era's, or the year not one of the era
 */
export const dayOfEraLetter = (
  match: RegExpMatchArray,
  { dates }: LanguageProfile,
  before: string,
): CivilDay | null => {
  const [printed, letter = '', counted = '', , , sign] = match;
  const known = dates.eraLetters?.[letter];
  if (!known) return null;
  const number = Number.isNaN(Number(counted)) ? 1 : Number(counted);
  const [from, to] = known.years;
  const civil = number >= from && number <= to ? yearOfEra(known.era, number) : null;
  const after = (match.input ?? '').slice((match.index ?? 0) + printed.length);
  const labels = [...dates.publishedLabels, ...dates.updatedLabels];
  const labelled = labels.some((label) => before.trimEnd().endsWith(label));
  if (civil === null || (sign && ((!labelled && namesThing.test(before)) || edition.test(after))))
    return null;
  return { year: civil, month: Number(match[3] ?? match[6]), day: Number(match[4] ?? match[7]) };
};

/** A letter right before it, or a Latin letter or digit before a space or bracket. */
const namesThing = /\p{L}$|[\p{Script=Latin}\p{N}][^\S\n]?[(（[［]?[^\S\n]?$/u;
const edition = new RegExp(
  `^\\s?(?:${choiceOf(wordsOfAll(({ dates }) => dates.editionWords))}|ver|v\\d)`,
  'iu',
);
