import type { PersonRecord } from '../../authorities/people/index.ts';
import { officeWords } from '../../authorities/people/office-words.ts';

/** What an article says about one person besides the name. */
export interface Printed {
  /** Roles beside the name, joined, lower case. */
  readonly roles: string;
  /** Profile code, for the names of countries. */
  readonly language: string;
  /** The year of the article, if known. */
  readonly year: number | null;
}

/** How well a record fits what is printed; `against` means that it cannot be this person. */
export type Fit = 'for' | 'neutral' | 'against';

export interface Evidence {
  readonly office: Fit;
  readonly country: boolean;
  readonly years: Fit;
}

/** Years between the end of the last known office and the article, before doubt begins. */
const afterlife = 15;
/** People are named before they rise. */
const before = 20;

export const weighRecord = (record: PersonRecord, printed: Printed): Evidence => ({
  office: judgeOffice(record, printed),
  country: record.country !== null && namesCountry(printed, record.country),
  years: judgeYears(record, printed.year),
});

const judgeOffice = ({ roles }: PersonRecord, { roles: words }: Printed): Fit => {
  if (words === '') return 'neutral';
  const named = Object.entries(officeWords).filter(([, list]) => list.some((word) => words.includes(word)));
  if (named.length === 0) return 'neutral';
  return roles.some(({ office }) => named.some(([code]) => code === office)) ? 'for' : 'neutral';
};

const judgeYears = ({ roles }: PersonRecord, year: number | null): Fit => {
  const dated = roles.filter(({ from }) => from !== null);
  if (year === null || dated.length === 0) return 'neutral';
  if (dated.some(({ from, to }) => (from ?? 0) - 1 <= year && year <= (to ?? 9999) + 1)) return 'for';
  const first = Math.min(...dated.map(({ from }) => from ?? year));
  const last = Math.max(...dated.map(({ to }) => to ?? 9999));
  return year < first - before || year > last + afterlife ? 'against' : 'neutral';
};

const countryStems = new Map<string, string>();

/** The country's name without its ending stands in the adjective too: `Germany` in `German`. */
const namesCountry = ({ roles, language }: Printed, country: string): boolean => {
  const key = `${language}:${country}`;
  const stem = countryStems.get(key) ?? stemOf(language, country);
  countryStems.set(key, stem);
  return stem !== '' && roles.includes(stem);
};

const stemOf = (language: string, country: string): string => {
  if (!/^[A-Z]{2}$/.test(country) || language === 'und') return '';
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(country)?.toLowerCase() ?? '';
  if (name === country.toLowerCase()) return '';
  return /\p{Script=Han}|\p{Script=Arabic}|\p{Script=Hangul}/u.test(name)
    ? name
    : name.slice(0, Math.max(4, name.length - 2));
};
