import { remembered } from '../../domain/remembered.ts';
import { localeOf } from '../messages/index.ts';
import type { SearchMessages } from '../messages/search-messages.ts';
import { spanOf } from '../params/dates.ts';

/** A range of days, perhaps open at one end; nothing if both ends are missing. */
export const describeDates = (
  from: string | undefined,
  to: string | undefined,
  locale: string,
  words: SearchMessages,
): string[] => {
  if (from !== undefined && to !== undefined)
    return [
      from === to
        ? words.on(writtenDay(from, locale))
        : words.between(writtenDay(from, locale), writtenDay(to, locale)),
    ];
  if (from !== undefined) return [words.since(writtenDay(from, locale))];
  return to === undefined ? [] : [words.until(writtenDay(to, locale))];
};

/** `2019-12` as a reader writes it. */
const writtenDay = (written: string, locale: string): string => {
  const parts = written.split('-').length;
  return dateFormat(`${localeOf(locale)} ${parts}`).format(new Date(spanOf(written)?.from ?? written));
};

/** Parts of a year, a month or a day: one, two or three. */
const dateFormat = remembered((key) => {
  const [locale = 'en', parts = '1'] = key.split(' ');
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(Number(parts) > 1 ? { month: 'long' } : {}),
    ...(Number(parts) > 2 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
});
