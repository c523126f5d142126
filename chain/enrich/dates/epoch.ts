import type { LanguageProfile } from '../../../languages/profile.ts';
import { findPrintedDates, type PrintedDate } from './printed.ts';

/** Seconds or milliseconds since 1970, as in metadata of pages. */
const EPOCH = /^\s*(\d{9,10})(\d{3})?\s*$/;

/** The date in a metadata value: the first printed one, or seconds or milliseconds since 1970. */
export const readStatedDate = (value: string, profile: LanguageProfile): PrintedDate | null => {
  const match = EPOCH.exec(value);
  return match === null ? (findPrintedDates(value, profile)[0] ?? null) : ofEpoch(value, Number(match[1]));
};

const ofEpoch = (value: string, seconds: number): PrintedDate => {
  const at = new Date(seconds * 1000);
  const time = {
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    precision: 'second',
    zone: 0,
    end: value.length,
  } as const;
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    yearPrinted: true,
    time,
    zone: 0,
    precision: 'second',
    printed: value,
    start: 0,
    end: value.length,
  };
};
