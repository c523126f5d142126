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

const half =
  '上午|下午|凌晨|早上|晚上|中午|午前|午後|오전|오후|am|pm|a\\.m\\.?|p\\.m\\.?|SA|CH|ص|م|π\\.?μ\\.?|μ\\.?μ\\.?';
const between =
  '(?:\\s|[,|·•\\-–—/()（）]|at|um|às|as|alle(?: ore)?|ore|ora|om|kl\\.?|o godz\\.?|godz\\.?|в|о|a las?|à|saat|pukul|lúc|στις|ώρα|time|הساعة|الساعة|ساعت|בשעה|เวลา|noch|[月火水木金土日]曜日?|星期.|[週周].)';
const after = new RegExp(
  `^${between}{0,6}?(${half})?\\s{0,2}(\\d{1,2})(?:(?:\\s{0,1}[:：.hH]\\s{0,1}|\\s{0,2}[时時点點시]\\s{0,2})(\\d{2})\\s{0,1}[分분]?(?:[:：](\\d{2})(?:\\.\\d{1,9})?)?|\\s{0,2}[时時点點시](?!\\d)|(?=\\s{0,2}(?:am|pm|a\\.m|p\\.m)))\\s{0,2}(?:uhr|น\\.|hrs?\\b|h\\b)?\\s{0,2}(${half})?[\\s,(]{0,3}(${zonePattern})?(?![\\p{L}\\d])`,
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

/** The time that stands right before a date, as in `07:42 29/11/2011`. */
export const readTimeBefore = (text: string, start: number, end: number): ClockTime | null => {
  const match = before.exec(text.slice(Math.max(0, start - 30), start));
  return match ? made(match[1], match[2], match[3], match[4], match[5], end) : null;
};

const made = (
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  part: string | undefined,
  zone: string | undefined,
  end: number,
): ClockTime | null => {
  const hour = onDial(Number(hours), part?.toLowerCase());
  const minute = Number(minutes ?? 0);
  const second = seconds === undefined ? null : Number(seconds);
  if (!(hour < 24) || minute > 59 || (second ?? 0) > 59) return null;
  const finest = second === null ? 'minute' : 'second';
  return {
    hour,
    minute,
    second,
    precision: minutes === undefined ? 'hour' : finest,
    zone: readZone(zone),
    end,
  };
};

const afternoon = /^(?:下午|晚上|午後|오후|p\.?m|ch$|م|μ\.?μ)/u;
const morning = /^(?:上午|凌晨|早上|午前|오전|a\.?m|sa$|ص|π\.?μ)/u;

const onDial = (hour: number, part: string | undefined): number => {
  if (part === undefined || hour > 12) return hour;
  if (afternoon.test(part)) return hour === 12 ? 12 : hour + 12;
  return morning.test(part) && hour === 12 ? 0 : hour;
};
