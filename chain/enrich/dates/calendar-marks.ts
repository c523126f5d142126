import type { LanguageProfile } from '../../../languages/profile.ts';
import type { CountedCalendar } from './calendars.ts';

/** The letter for "Hijri", lengthened or joined to nothing as it may be. */
const hijri = 'ه[\u0640\u200d]?';
const solar = `${hijri}\\.?\\s?ش|هجر[یيى]ة?\\s(?:ال)?شمس[یيى]ة?|خورشیدی`;
const lunar = `${hijri}\\.?\\s?ق|هجر[یيى]ة?\\s(?:ال)?قمر[یيى]ة?|ه\u0640`;
/** Either calendar begins with the same flight, so these say no more than that. */
const unsaid = 'ه\u200d?|هجر[یيى]ة?';

/** The calendar as printed right behind a date, one group; a word that merely begins so is none. */
export const calendarMark = `\\s{0,2}(${solar}|${lunar}|${unsaid})(?![\\p{L}\\p{M}\u200c])`;

const isSolar = new RegExp(`^(?:${solar})$`, 'u');
const isLunar = new RegExp(`^(?:${lunar})$`, 'u');

/** The calendar that a mark names; the language's own where it does not say which. */
export const markedCalendar = (mark: string | undefined, { dates }: LanguageProfile): CountedCalendar => {
  if (mark !== undefined && isSolar.test(mark)) return 'persian';
  if (mark !== undefined && isLunar.test(mark)) return 'islamic-umalqura';
  return dates.counted ?? 'islamic-umalqura';
};
