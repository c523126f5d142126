import { normalize } from '../../../domain/normalize.ts';
import { languages } from '../../../languages/index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';

type Kind = 'published' | 'updated';

interface Labels {
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

const fold = (text: string): string => normalize(text.toLowerCase(), 'NFC');

const everyLabel: Labels = {
  published: languages.flatMap(({ dates }) => dates.publishedLabels).map(fold),
  updated: languages.flatMap(({ dates }) => dates.updatedLabels).map(fold),
};

/**
 * Whether words of a line label its date as that of publication or of change; change wins.
 * `foreign`: the labels of other languages count as well.
 */
export const labelledAs = (text: string, profile: LanguageProfile, foreign = true): Kind | null => {
  const line = fold(text);
  const { publishedLabels, updatedLabels } = profile.dates;
  if (updatedLabels.some((label) => holds(line, label))) return 'updated';
  if (publishedLabels.some((label) => holds(line, label))) return 'published';
  if (!foreign) return null;
  if (everyLabel.updated.some((label) => label.length > 4 && holds(line, label))) return 'updated';
  return everyLabel.published.some((label) => label.length > 4 && holds(line, label)) ? 'published' : null;
};

interface DateInLine {
  readonly start: number;
  readonly end: number;
  /** Where the date before it ends: what stands before that is the other's label. */
  readonly from: number;
}

/** The label of one date in a line, in the words before or directly after it (`29. Januar 2020 geändert`). */
export const labelOf = (
  line: string,
  { start, end, from }: DateInLine,
  profile: LanguageProfile,
): Kind | null => {
  const before = line.slice(Math.max(from, start - 45), start);
  return labelledAs(before, profile) ?? labelledBehind(line.slice(end, end + 16), profile);
};

/** Whether the words before a date say that it is the day on which the page is looked at: `今天是2024年3月5日`. */
export const isToday = (line: string, start: number, { dates }: LanguageProfile): boolean => {
  const words = fold(line.slice(0, start).split(/[|·•]/u).at(-1) ?? '');
  const label = words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return dates.todayLabels?.some((known) => withoutWeekday(label, dates.weekdays) === known) ?? false;
};

const withoutWeekday = (words: string, weekdays: readonly (readonly string[])[]): string => {
  const day = weekdays.flat().find((name) => words.endsWith(` ${name}`));
  return day === undefined ? words : words.slice(0, -day.length).replace(/[^\p{L}]+$/u, '');
};

/**
 * In languages with the verb at the end, labels follow their date, without another date between. A label directly before
 * a number belongs to that number.
 */
const labelledBehind = (rest: string, profile: LanguageProfile): Kind | null => {
  const [words = ''] = rest.split(/[\d|/,;:：]/u);
  if (words === '' || /^\d/.test(rest.slice(words.length))) return null;
  return labelledAs(words, profile, false);
};

/** A time of the same day is labelled as that of the change: `5 January 2025 Updated at 16:01`. */
export const isChangedLater = (line: string, end: number, profile: LanguageProfile): boolean => {
  const words = /^([^\d|/;]{3,30})\d{1,2}[:.h]\d{2}(?!\d|[./-]\d)/u.exec(line.slice(end, end + 40))?.[1];
  return words !== undefined && labelledAs(words, profile, false) === 'updated';
};

const holds = (line: string, label: string): boolean => {
  const at = line.lastIndexOf(label);
  if (at < 0) return false;
  const around = (line[at - 1] ?? ' ') + (line[at + label.length] ?? ' ');
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label)
    ? !/\p{L}/u.test(around[0] ?? ' ') && !/\p{L}/u.test(around[1] ?? ' ')
    : true;
};
