import { languages } from '../../../languages/index.ts';

/** The zone of a printed time: a fixed offset in minutes, or a zone of the IANA database. */
export type PrintedZone = number | string;

const fixed: Readonly<Record<string, PrintedZone>> = {
  ...Object.fromEntries(languages.flatMap(({ dates }) => Object.entries(dates.zones ?? {}))),
  z: 0,
  gmt: 0,
  utc: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 'Europe/Moscow',
  ist: 330,
  pkt: 300,
  sgt: 480,
  hkt: 480,
  jst: 540,
  kst: 540,
  wib: 420,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  et: 'America/New_York',
  pt: 'America/Los_Angeles',
};

/** Names of zones and offsets as printed after a time, for a pattern without case. */
export const zonePattern = `(?:utc|gmt)?\\s{0,2}[+\\-−]\\d{1,2}(?::?\\d{2})?|${Object.keys(fixed)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;

/** Reads `Z`, `+08:00`, `UTC+1`, `MSK`; null for anything else. */
export const readZone = (printed: string | undefined): PrintedZone | null => {
  if (printed === undefined) return null;
  const offset = /([+\-−])(\d{1,2})(?::?(\d{2}))?$/.exec(printed);
  if (!offset) return fixed[printed.toLowerCase()] ?? null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return offset[1] === '+' ? minutes : -minutes;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes by which a zone's clocks are ahead of UTC at an instant. */
const offsetAt = (zone: string, instant: number): number => {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-hc-h23', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000);
};

/** The instant, in milliseconds, of a local time that is given as if it were UTC. */
export const instantOf = (local: number, zone: PrintedZone): number => {
  if (typeof zone === 'number') return local - zone * 60_000;
  const first = local - offsetAt(zone, local) * 60_000;
  return local - offsetAt(zone, first) * 60_000;
};
