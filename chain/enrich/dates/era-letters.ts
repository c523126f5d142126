import type { LanguageProfile } from '../../../languages/profile.ts';
import { type CivilDay, yearOfEra } from './calendars.ts';

/** A letter that stands for an era, right before its year, month and day: `R7.1.23`, `R7年1月23日`. */
export const eraLetterDate =
  /(?<![\w.-])([A-Z])(\d{1,2}|元)(?:年\s?(\d{1,2})月\s?(\d{1,2})日|([./])\s?(\d{1,2})\5\s?(\d{1,2})(?!\d|[./-]\d))/gu;

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
  const number = counted === '元' ? 1 : Number(counted);
  const [first, last] = known.years;
  const year = number >= first && number <= last ? yearOfEra(known.era, number) : null;
  const after = (match.input ?? '').slice((match.index ?? 0) + printed.length);
  const labels = [...dates.publishedLabels, ...dates.updatedLabels];
  const labelled = labels.some((label) => before.trimEnd().endsWith(label));
  if (year === null || (sign && ((!labelled && namesThing.test(before)) || edition.test(after)))) return null;
  return { year, month: Number(match[3] ?? match[6]), day: Number(match[4] ?? match[7]) };
};

/** A letter right before it, or one of Latin script or a digit before a blank or a bracket. */
const namesThing = /\p{L}$|[\p{Script=Latin}\p{N}][^\S\n]?[(（[［]?[^\S\n]?$/u;
const edition = /^\s?(?:版|ver|v\d|バージョン|系)/iu;
