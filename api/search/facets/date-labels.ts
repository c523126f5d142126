import { remembered } from '../../../domain/remembered.ts';
import { localeOf } from '../../messages/index.ts';
import { spanOf } from '../../params/dates.ts';
import { type DateBar, type DateStep, dateSteps } from './date-steps.ts';

const formats: Readonly<Record<DateStep, Intl.DateTimeFormatOptions>> = {
  hour: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  week: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  quarter: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  decade: { year: 'numeric' },
};

/** A bar as a reader of a locale writes it: `Oct – Dec 2022`. */
export const dateLabel = (
  { value, from, to }: Omit<DateBar, 'count'>,
  step: DateStep,
  locale: string,
): string => labelOf(`${locale}|${step}|${value}|${from}|${to}`);

const labelOf = remembered((key) => {
  const [language = '', step = '', value = '', from = '', to = ''] = key.split('|');
  return writeLabel({ value, from, to }, dateSteps.find((known) => known === step) ?? 'day', language);
}, 20_000);

const writeLabel = (bar: Omit<DateBar, 'count'>, step: DateStep, language: string): string => {
  const format = dateFormat(language, step);
  const from = new Date(step === 'hour' ? `${bar.value}:00:00Z` : (spanOf(bar.from)?.from ?? bar.from));
  if (step !== 'week' && step !== 'quarter' && step !== 'decade') return format.format(from);
  return format.formatRange(from, new Date(spanOf(bar.to)?.to ?? bar.to));
};

const dateFormat = (language: string, step: DateStep): Intl.DateTimeFormat => formatOf(`${language} ${step}`);

const formatOf = remembered((key) => {
  const [language = 'en', step = ''] = key.split(' ');
  return new Intl.DateTimeFormat(localeOf(language), {
    ...formats[dateSteps.find((known) => known === step) ?? 'day'],
    timeZone: 'UTC',
  });
});
