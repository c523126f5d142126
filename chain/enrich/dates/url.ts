import { isDay } from './calendars.ts';
import { type CandidateContext, type DateCandidate, plausible } from './candidate.ts';
import type { PrintedDate } from './printed.ts';
import { stateTime } from './stated.ts';

const forms = [
  /[/_-](\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/,
  /[/_-](\d{4})(\d{2})(\d{2})(?=[/_.-]|$)/,
  /[/_-](\d{4})[/_-]?(\d{2})[/_-]?(\d{2})[/_-]/,
  /(?<!\d)(20[0-3]\d)(\d{2})(\d{2})(?!\d)/,
  /\/(\d{4})-(\d{2})\/(\d{2})(?=\/|$)/,
];

/** The prefix of an archived address: its day is that of the crawl. */
const archived = /^https?:\/\/[^/]{1,100}\/web\/\d{8,14}(?:[a-z]{2}_)?\/(?=https?:\/\/)/;

/** The day in the path of an address, where many sites put it. */
export const urlDate = (url: string | null, context: CandidateContext): DateCandidate | null => {
  if (url === null || !URL.canParse(url)) return null;
  const { pathname } = new URL(url.replace(archived, ''));
  for (const form of forms) {
    const match = form.exec(pathname.slice(0, 500));
    if (!match) continue;
    const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
    if (!isDay(day) || !plausible(day)) continue;
    const date: PrintedDate = {
      ...day,
      yearPrinted: true,
      time: null,
      zone: null,
      precision: 'day',
      printed: match[0].replace(/^[/_-]|[/_-]$/g, ''),
      start: 0,
      end: match[0].length,
    };
    return { kind: 'published', source: 'url', time: stateTime(date, context.zone), trust: 5 };
  }
  return null;
};
