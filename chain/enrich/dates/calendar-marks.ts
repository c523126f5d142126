import { hijriYear, lunarYear, solarYear } from '../../../languages/hijri-marks.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { CountedCalendar } from './calendars.ts';

/** The calendar printed directly after a date, as one group; a longer word with this prefix does not count. */
export const calendarMark = `\\s{0,2}(${solarYear}|${lunarYear}|${hijriYear})(?![\\p{L}\\p{M}\u200c])`;

const isSolar = new RegExp(`^(?:${solarYear})$`, 'u');
const isLunar = new RegExp(`^(?:${lunarYear})$`, 'u');

/** The calendar that a mark names; the language's own if the mark is ambiguous. */
export const markedCalendar = (mark: string | undefined, { dates }: LanguageProfile): CountedCalendar => {
  if (mark !== undefined && isSolar.test(mark)) return 'persian';
  if (mark !== undefined && isLunar.test(mark)) return 'islamic-umalqura';
  return dates.counted ?? 'islamic-umalqura';
};
