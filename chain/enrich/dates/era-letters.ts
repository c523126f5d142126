import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import { hanUnits } from '../../../languages/date-units.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { type CivilDay, yearOfEra } from './calendars.ts';

const { year, month, day, first } = hanUnits;

/** A letter that stands for an era, right before its year, month and day: `R7.1.23`, `R7年1月23日`. */
export const eraLetterDate = new RegExp(
  `(?<![\\w.-])([A-Z])(\\d{1,2}|[${first}])(?:[${year}]\\s?(\\d{1,2})[${month}]\\s?(\\d{1,2})[${day}]|([./])\\s?(\\d{1,2})\\5\\s?(\\d{1,2})(?!\\d|[./-]\\d))`,
  'gu',
);

/**
 * The day of such a match. Signs between its numbers may be those of a version or a road as well: then nothing but a
 * label of dates stands right before it, no product's name, and no word for an edition behind.
 *
 * @param before  what the text prints right before the match, folded
 * @returns null for a letter that is no era's, or a year that is none of its own
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

/** A letter right before it, or one of Latin script or a digit before a blank or a bracket. */
const namesThing = /\p{L}$|[\p{Script=Latin}\p{N}][^\S\n]?[(（[［]?[^\S\n]?$/u;
const edition = new RegExp(
  `^\\s?(?:${choiceOf(wordsOfAll(({ dates }) => dates.editionWords))}|ver|v\\d)`,
  'iu',
);
