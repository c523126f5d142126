import type { PersonRecord } from '../../authorities/people/index.ts';
import { namesAnyCountry, namesCountry } from '../../authorities/people/names-country.ts';
import { namesAnyOffice, namesOffice } from '../../authorities/people/names-office.ts';

/** What an article says about a person besides the name. */
export interface Printed {
  /** Roles beside the name, joined, lower case. */
  readonly roles: string;
  /** The text around the mentions, in lower case. */
  readonly around: string;
  /** Profile code, for the names of countries. */
  readonly language: string;
  /** The year of the article, if known. */
  readonly year: number | null;
  /** Countries (ISO 3166) and bodies that the article is about: its place, its source, other persons in it. */
  readonly countries: ReadonlySet<string>;
  /** Ids of persons whom the article certainly names. */
  readonly named: ReadonlySet<string>;
}

/**
 * How well a record's years fit: `past` is long after the last office, when a full name still means the person, but a
 * surname hardly does; `against` is before the person can have been known.
 */
export type Fit = 'for' | 'neutral' | 'past' | 'against';
/** Where evidence was found: in the role printed with the name, near it, elsewhere in the article; or nowhere. */
export type Place = 'role' | 'around' | 'article' | null;

export interface Evidence {
  readonly office: Exclude<Place, 'article'>;
  readonly country: Place;
  readonly years: Fit;
  /** Led a state in the article's year, and so is named by surname alone. */
  readonly leads: boolean;
  /** Is named by a fuller name in the same article. */
  readonly named: boolean;
}

/** Years between the end of the last known office and the article, before doubt begins. */
const afterlife = 15;
/** and before it is certain that a namesake is meant. */
const memory = 80;
/** People are in the news before their first office. */
const before = 20;
/** Offices whose holders are named without an introduction. */
const leading: ReadonlySet<string> = new Set(['P', 'PM', 'K', 'LEAD']);

export const weighRecord = (record: PersonRecord, printed: Printed): Evidence => ({
  office: placeOffice(record, printed),
  country: placeCountry(record, printed),
  years: judgeYears(record, printed.year),
  named: printed.named.has(record.id),
  leads: printed.year !== null && holdsOffice(record, printed.year, leading),
});

/** One score for all evidence for a record; evidence beside the name counts 2. */
export const supportOf = ({ office, country, years }: Evidence): number =>
  (office === null ? 0 : weightOf[office]) +
  (country === null ? 0 : weightOf[country]) +
  (years === 'for' ? 1 : 0);

const weightOf = { role: 2, around: 1.5, article: 1 } as const;

/** Whether there is evidence beside the name that could identify a record. */
export const tellsSomething = ({
  roles,
  around,
  language,
}: Pick<Printed, 'roles' | 'around' | 'language'>): boolean => {
  const text = `${roles} | ${around}`;
  return namesAnyOffice(text) || namesAnyCountry(text, language);
};

/** Whether an office or country is beside the name, not only somewhere in the article. */
export const isBeside = ({ office, country }: Evidence): boolean =>
  office !== null || country === 'role' || country === 'around';

const placeOffice = ({ roles }: PersonRecord, printed: Printed): Evidence['office'] => {
  const isNamedIn = (text: string): boolean =>
    text !== '' && roles.some(({ office }) => namesOffice(text, office));
  if (isNamedIn(printed.roles)) return 'role';
  return isNamedIn(printed.around) ? 'around' : null;
};

const placeCountry = ({ country, roles }: PersonRecord, printed: Printed): Place => {
  const own = new Set([country, ...roles.map((role) => role.country)].filter((each) => each !== null));
  const isNamedIn = (text: string): boolean => {
    if (text !== '') for (const each of own) if (namesCountry(text, printed.language, each)) return true;
    return false;
  };
  if (isNamedIn(printed.roles)) return 'role';
  if (isNamedIn(printed.around)) return 'around';
  return country !== null && printed.countries.has(country) ? 'article' : null;
};

const holdsOffice = ({ roles }: PersonRecord, year: number, offices: ReadonlySet<string>): boolean =>
  roles.some(
    ({ office, from, to }) => offices.has(office) && from !== null && from <= year && year <= (to ?? 9999),
  );

const judgeYears = ({ roles }: PersonRecord, year: number | null): Fit => {
  const dated = roles.filter(({ from }) => from !== null);
  if (year === null || dated.length === 0) return 'neutral';
  if (dated.some(({ from, to }) => (from ?? 0) - 1 <= year && year <= (to ?? 9999) + 1)) return 'for';
  const first = Math.min(...dated.map(({ from }) => from ?? year));
  const last = Math.max(...dated.map(({ to }) => to ?? 9999));
  if (year < first - before || year > last + memory) return 'against';
  return year > last + afterlife ? 'past' : 'neutral';
};
