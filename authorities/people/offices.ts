import { join } from 'node:path';
import { readTable } from '../table.ts';
import type { PersonRole } from './record.ts';

/** Names of the record files' offices, by their short codes, in the interface languages. */
const offices = new Map(
  readTable(join(import.meta.dirname, 'office-names.tsv')).map((names) => [names.office ?? '', names]),
);

/** The names of offices in all these languages. */
export const officeNames = (): readonly string[] =>
  [...offices.values()].flatMap(({ office: _code, ...names }) =>
    Object.values(names).filter((name) => name !== undefined),
  );

export const isOffice = (code: string): boolean => offices.has(code);

/**
 * An office in the reader's words, the country beside it.
 *
 * @param country ISO 3166 alpha-2, or the short name of an international body; null without one
 * @param language BCP 47; English if the offices have no names in it
 */
export const nameOffice = (office: string, country: string | null, language: string): string => {
  const names = offices.get(office);
  const name = names?.[language.split('-')[0] ?? ''] ?? names?.en ?? office;
  return country ? `${name} (${nameCountry(country, language)})` : name;
};

const regionNames = new Map<string, Intl.DisplayNames>();

const nameCountry = (country: string, language: string): string => {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  const names = regionNames.get(language) ?? new Intl.DisplayNames([language, 'en'], { type: 'region' });
  regionNames.set(language, names);
  return names.of(country) ?? country;
};

/** The current one, else the last one; null without offices. */
export const latestRole = (roles: readonly PersonRole[]): PersonRole | null =>
  roles.reduce<PersonRole | null>(
    (latest, role) => (latest === null || yearsOf(role) > yearsOf(latest) ? role : latest),
    null,
  );

/** The end weighs more than the beginning; an open end is later than any year. */
const yearsOf = ({ from, to }: PersonRole): number => (to ?? 9999) * 10_000 + (from ?? 0);
