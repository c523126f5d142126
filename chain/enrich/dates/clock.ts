import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import { dateUnits } from '../../../languages/date-units.ts';
import { type PrintedZone, readZone, zonePattern } from './zoned.ts';

/** A time of day as printed beside a date. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  readonly precision: 'hour' | 'minute' | 'second';
  readonly zone: PrintedZone | null;
  /** End of the printed form in the text. */
  readonly end: number;
}

const mornings = wordsOfAll(({ dates }) => dates.clock?.morning);
const afternoons = wordsOfAll(({ dates }) => dates.clock?.afternoon);
const half = choiceOf([...mornings, ...afternoons, ...wordsOfAll(({ dates }) => dates.clock?.parts)]);
const between = `(?:\\s|[,|·•\\-–—/()（）]|${choiceOf(wordsOfAll(({ dates }) => dates.clock?.before))})`;
const oclock = choiceOf(wordsOfAll(({ dates }) => dates.clock?.after));
const { hour: hours, minute: minutes } = dateUnits;
const after = new RegExp(
  `^${between}{0,6}?(${half})?\\s{0,2}(\\d{1,2})(?:(?:\\s{0,1}[:：.hH]\\s{0,1}|\\s{0,2}[${hours}]\\s{0,2})(\\d{2}|\\d(?=\\s{0,1}[${minutes}]))\\s{0,1}[${minutes}]?(?:[:：](\\d{2})(?:\\.\\d{1,9})?)?|\\s{0,2}[${hours}](?!\\d)|(?=\\s{0,2}(?:am|pm|a\\.m|p\\.m)))\\s{0,2}(?:${oclock}|hrs?\\b|h\\b)?\\s{0,2}(${half})?[\\s,(]{0,3}(${zonePattern})?(?![\\p{L}\\d])`,
  'iu',
);
const compact = /^\s{0,2}[,-]?\s{0,2}(\d{2})(\d{2})\s{1,2}(GMT|UTC)/;
const before = new RegExp(
  `(\\d{1,2})[:：](\\d{2})(?::(\\d{2}))?\\s{0,2}(am|pm|a\\.m\\.|p\\.m\\.)?\\s{0,1}(${zonePattern})?[\\s,|·\\-–—]{1,5}$`,
  'iu',
);

/** The time that follows a date's end, if one does. */
export const readTimeAfter = (text: string, end: number): ClockTime | null => {
  const rest = text.slice(end, end + 60);
  const bare = compact.exec(rest);
  if (bare) return made(bare[1], bare[2], undefined, undefined, bare[3], end + bare[0].length);
  const match = after.exec(rest);
  if (!match) return null;
  return made(match[2], match[3], match[4], match[1] ?? match[5], match[6], end + match[0].length);
};

/** The time directly before a date, as in `07:42 29/11/2011`. */
export const readTimeBefore = (text: string, start: number, end: number): ClockTime | null => {
  const match = before.exec(text.slice(Math.max(0, start - 30), start));
  return match ? made(match[1], match[2], match[3], match[4], match[5], end) : null;
};

const made = (
  printedHours: string | undefined,
  printedMinutes: string | undefined,
  seconds: string | undefined,
  part: string | undefined,
  zone: string | undefined,
  end: number,
): ClockTime | null => {
  const hour = onDial(Number(printedHours), part?.toLowerCase());
  const minute = Number(printedMinutes ?? 0);
  const second = seconds === undefined ? null : Number(seconds);
  if (!(hour < 24) || minute > 59 || (second ?? 0) > 59) return null;
  const finest = second === null ? 'minute' : 'second';
  return {
    hour,
    minute,
    second,
    precision: printedMinutes === undefined ? 'hour' : finest,
    zone: readZone(zone),
    end,
  };
};

const onDial = (hour: number, part: string | undefined): number => {
  if (part === undefined || hour > 12) return hour;
  if (afternoons.includes(part)) return hour === 12 ? 12 : hour + 12;
  return mornings.includes(part) && hour === 12 ? 0 : hour;
};
