import type { TextRuns } from './runs.ts';

/** Share of the shorter text's runs that a copy has in common with the longer: it may be cut, edited, corrected. */
const leastCommon = 0.7;
/**
 * Share of the numbers of one text, the one with fewer, that the other has too. Texts from one template (rates, weather,
 * announcements of a series) share words but not numbers; a correction changes few numbers.
 */
const leastNumbers = 0.8;
/** Formulaic texts recur every year; copies of one wire text appear within days. */
export const daysApart = 7;

/** Whether two texts of one language are copies of one text. A rewrite of the same news is not a copy. */
export const areCopies = (a: TextRuns, b: TextRuns): boolean =>
  shareOfSmaller(a.runs, b.runs) >= leastCommon && sameNumbers(a.numbers, b.numbers);

const sameNumbers = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  Math.min(a.size, b.size) === 0 || shareOfSmaller(a, b) >= leastNumbers;

const shareOfSmaller = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const one of small) if (large.has(one)) common += 1;
  return common / small.size;
};

/** Whether two texts may be copies by their days (`yyyy-mm-dd`); one without a day may. */
export const areNear = (a: string | null, b: string | null): boolean =>
  a === null || b === null || Math.abs(Date.parse(a) - Date.parse(b)) <= daysApart * 86_400_000;
