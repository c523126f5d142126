import type { LanguageProfile } from '../../../languages/profile.ts';
import { asciiDigits } from '../dates/digits.ts';

/** Units of a text from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether datelines of the language contain this word in addition to names. */
export const isFiller = (word: string, { datelineWords }: LanguageProfile): boolean =>
  datelineWords?.includes(word.toLowerCase()) ?? false;

/** A number of one or two digits, like days and months. */
export const isShortNumber = (word: string): boolean => /^\d{1,2}$/.test(asciiDigits(word));

const run = /(?<![\p{L}\d])\d{1,2}(?!\d)(?:\s?[-–/.:]\s?\d{1,2}(?!\d))*(?![\p{L}%])/gu;
const beforeDay = /[-–—]\s$/u;
const afterDay = /^\s?(?:[-–—,،/(（]|$)/u;
const between = /^[\s()（）[\]【】/／|,，،.:·–—-]{0,6}$/u;

/**
 * Numbers of a dateline that are not part of a date form: right beside an agency or a day (`Madrid, 25 (EFE)`), or a day
 * and its month between dashes: `الكويت - 25 - 11 (كونا)`. Others are scores, counts and phrases:
 * `Madrid 2 - Barcelona 1`, `Chicago 7`, `Berlin, 4-2`, `New York, 9/11`.
 *
 * @param named  the agencies and days among the words
 */
export const dayNumbers = (words: string, named: readonly Stretch[]): readonly Stretch[] => {
  const plain = asciiDigits(words);
  const telling = named.filter((part) => !isInResult(words, part, named));
  return numbersOf(plain).filter(
    ({ printed, start, end }) =>
      telling.some((part) => isBeside(plain, { start, end }, part)) ||
      (isDayAndMonth(printed) && beforeDay.test(plain.slice(0, start)) && afterDay.test(plain.slice(end))),
  );
};

/**
 * Whether a name is in a result, with a bare number before it and one right after it: `Madrid 2 Reuters 1`.
 *
 * @param named  ranges whose numbers are explained: days
 */
export const isInResult = (words: string, name: Stretch, named: readonly Stretch[]): boolean => {
  const plain = asciiDigits(words);
  const bare = numbersOf(plain).filter(
    ({ printed, start, end }) =>
      isShortNumber(printed) && !named.some((part) => start < part.end && end > part.start),
  );
  return (
    bare.some(({ end }) => end <= name.start && /^[\s,–—-]{1,3}$/.test(plain.slice(end, name.start))) &&
    bare.some(({ start }) => start >= name.end && /^\s{1,3}$/.test(plain.slice(name.end, start)))
  );
};

interface PrintedNumber extends Stretch {
  readonly printed: string;
}

const numbersOf = (plain: string): readonly PrintedNumber[] =>
  [...plain.matchAll(run)].map(({ 0: printed, index }) => ({
    printed,
    start: index,
    end: index + printed.length,
  }));

const isBeside = (text: string, { start, end }: Stretch, part: Stretch): boolean =>
  between.test(part.start >= end ? text.slice(end, part.start) : text.slice(part.end, start)) &&
  (part.start >= end || part.end <= start);

const isDayAndMonth = (printed: string): boolean => {
  const [, a, b] = (/^(\d{1,2})\s[-–]\s(\d{1,2})$/.exec(printed) ?? []).map(Number);
  if (a === undefined || b === undefined) return false;
  return Math.min(a, b) > 0 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
};
